//! Predict, then see.

labels! {
    /// Words of the prediction.
    PredictLabels:
    /// What the lesson is about, before anything is asked.
    predict_intro,
    /// Number field: after how many steps.
    predict_after,
    /// Button: hide the path and ask.
    predict_ask,
    /// Number field: the guess's x.
    guess_x,
    /// Number field: the guess's y.
    guess_y,
    /// Button: show where it is.
    predict_tell,
    /// Button: ask again.
    predict_again,
    /// Button: show the path without an answer.
    predict_stop,
    /// What the map can be used for while a guess is asked for.
    guess_hint,
}

/// Where a lane turned out to be, for a sentence. Numbers are printed.
#[derive(Clone, Debug)]
pub struct PredictWords {
    /// Name of the lane.
    pub name: String,
    /// After how many steps.
    pub after: usize,
    /// Where it is.
    pub truth: [String; 2],
    /// How far from the guess.
    pub distance: String,
}

/// How a guess differs from the truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkWords {
    /// Hardly.
    Close,
    /// The lane is outside of the picture; whether it was thrown out.
    Outside(bool),
    /// It is on the other side of the minimum.
    OtherSide(SideWords),
    /// It is farther from the start.
    Farther,
    /// It is nearer to the start.
    Nearer,
    /// It is as far, in another direction.
    Aside,
}

/// On which side of a minimum a lane is. Numbers are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideWords {
    /// The parameter.
    pub axis: &'static str,
    /// Its value at the minimum.
    pub at: String,
    /// Whether that of the lane is smaller.
    pub is_below: bool,
    /// How often the lane has crossed the value.
    pub n_crossings: usize,
}

impl SideWords {
    /// Where the lane is, and where it was guessed: `y < 0`, `y > 0`.
    fn sides(&self) -> [String; 2] {
        let signs = if self.is_below {
            ["<", ">"]
        } else {
            [">", "<"]
        };
        signs.map(|sign| format!("{} {sign} {}", self.axis, self.at))
    }
}

/// The words of the prediction.
#[derive(Clone, Copy, Debug)]
pub struct Predict {
    /// Words that never change.
    pub labels: PredictLabels,
    /// The question: name of the lane, number of steps.
    pub question: fn(&str, usize) -> String,
    /// The guess as it stands.
    pub guess: fn(&[String; 2]) -> String,
    /// Where the lane is, and how far from the guess.
    pub truth: fn(&PredictWords) -> String,
    /// What the guess missed.
    pub remark: fn(RemarkWords) -> String,
    /// The run had overflowed: name of the lane, step.
    pub overflowed: fn(&str, usize) -> String,
    /// It had gone where the loss is not defined: name of the lane, step.
    pub undefined: fn(&str, usize) -> String,
    /// In other lessons: the path of the lane of that name is hidden.
    pub veiled: fn(&str) -> String,
}

/// Korean.
pub const KO: Predict = Predict {
    labels: PredictLabels {
        predict_intro: "경로를 숨기고 묻습니다. 먼저 어디에 있을지 짚어 본 다음 결과와 견주어 보세요.",
        predict_after: "몇 스텝 뒤",
        predict_ask: "경로를 숨기고 시작",
        guess_x: "예측 x",
        guess_y: "예측 y",
        predict_tell: "결과 보기",
        predict_again: "다시 예측하기",
        predict_stop: "그만두고 경로 보기",
        guess_hint: "예측한 자리를 누르세요",
    },
    question: |name, after| {
        format!(
            "{name}: {after}스텝 뒤에는 어디에 있을까요? 지도에서 그 자리를 누르거나 좌표를 입력하세요."
        )
    },
    guess: |[x, y]| format!("예측한 자리: ({x}, {y})."),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{}의 {}스텝 뒤 위치: ({x}, {y}). 예측과의 거리: {}.",
            words.name, words.after, words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "거의 맞혔습니다.".to_owned(),
        RemarkWords::Outside(false) => "그림 밖에 있습니다.".to_owned(),
        RemarkWords::Outside(true) => {
            "그림 밖으로 나갔습니다. 학습률이 너무 크면 스텝마다 더 멀리 튕겨 나갑니다.".to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}인 선", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("{line}을 아직 건너지 않았습니다."),
                n => format!(
                    "여기까지 오면서 {line}을 {n}번 건넜습니다. 몇 번 건넜는지에 따라 어느 쪽에 \
                     있는지가 달라집니다."
                ),
            };
            format!(
                "최솟값을 사이에 두고 반대편에 있습니다: 예측은 {guessed}, 실제로는 {here}입니다. {crossed}"
            )
        }
        RemarkWords::Farther => "예측보다 더 멀리 갔습니다.".to_owned(),
        RemarkWords::Nearer => "예측만큼 멀리 가지 못했습니다.".to_owned(),
        RemarkWords::Aside => "간 거리는 비슷하지만 방향이 다릅니다.".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name}: 그 전에 발산했습니다. 스텝 {step}의 값이 너무 커져 위치를 말할 수 없습니다."
        )
    },
    undefined: |name, step| {
        format!(
            "{name}: 그 전에 발산했습니다. 스텝 {step}에서 손실이나 기울기가 정의되지 않는 곳으로 나갔습니다."
        )
    },
    veiled: |name| {
        format!(
            "{name}: 예측에 답할 때까지 경로를 숨깁니다. 답을 알려 줄 내용은 여기에도 보이지 않습니다."
        )
    },
};

/// In English.
fn steps(n: usize) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} step{s}")
}

/// English.
pub const EN: Predict = Predict {
    labels: PredictLabels {
        predict_intro: "The path is hidden, and you are asked. Mark first where it will be, then \
                        compare.",
        predict_after: "After how many steps",
        predict_ask: "Hide the path and ask",
        guess_x: "Guess x",
        guess_y: "Guess y",
        predict_tell: "Show where it is",
        predict_again: "Guess again",
        predict_stop: "Stop and show the path",
        guess_hint: "Mark your guess",
    },
    question: |name, after| {
        format!(
            "{name}: where will it be after {}? Mark the place on the map or enter its coordinates.",
            steps(after)
        )
    },
    guess: |[x, y]| format!("Your guess: ({x}, {y})."),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{} after {}: ({x}, {y}). Distance from your guess: {}.",
            words.name,
            steps(words.after),
            words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "Very close.".to_owned(),
        RemarkWords::Outside(false) => "It is outside of the picture.".to_owned(),
        RemarkWords::Outside(true) => {
            "It has left the picture: with a learning rate that is too large each step throws it \
             farther out."
                .to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("It has not crossed {line} yet."),
                n => format!(
                    "How often it has crossed {line} on its way: {n}. The side depends on that."
                ),
            };
            format!(
                "It is on the other side of the minimum: you guessed {guessed}, and it is at \
                 {here}. {crossed}"
            )
        }
        RemarkWords::Farther => "It went farther than you guessed.".to_owned(),
        RemarkWords::Nearer => "It did not go as far as you guessed.".to_owned(),
        RemarkWords::Aside => "It went about as far, in another direction.".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name} had diverged before: the values of step {step} grew too large to say where it is."
        )
    },
    undefined: |name, step| {
        format!(
            "{name} had diverged before: at step {step} it went where the loss or its gradient is not \
             defined."
        )
    },
    veiled: |name| {
        format!(
            "{name}: the path is hidden until you have answered the prediction. What would give it \
             away is left out here too."
        )
    },
};

/// Japanese.
pub const JA: Predict = Predict {
    labels: PredictLabels {
        predict_intro: "経路を隠して質問します。どこにいるかを先に予想してから、結果と比べてみましょう。",
        predict_after: "何ステップ後",
        predict_ask: "経路を隠して始める",
        guess_x: "予想 x",
        guess_y: "予想 y",
        predict_tell: "結果を見る",
        predict_again: "もう一度予想する",
        predict_stop: "やめて経路を見る",
        guess_hint: "予想した場所を押してください",
    },
    question: |name, after| {
        format!(
            "{name}：{after}ステップ後にはどこにいるでしょうか。地図でその場所を押すか、座標を入力して\
             ください。"
        )
    },
    guess: |[x, y]| format!("予想した場所：({x}, {y})。"),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{}の{}ステップ後の位置：({x}, {y})。予想との距離：{}。",
            words.name, words.after, words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "ほぼ的中です。".to_owned(),
        RemarkWords::Outside(false) => "図の外にいます。".to_owned(),
        RemarkWords::Outside(true) => {
            "図の外に出ました。学習率が大きすぎると、ステップごとにさらに遠くへ飛ばされます。"
                .to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}の線", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("{line}をまだ横切っていません。"),
                n => format!(
                    "ここまでに{line}を{n}回横切りました。どちら側にいるかは、横切った回数によって\
                     変わります。"
                ),
            };
            format!("最小値をはさんで反対側にいます。予想は{guessed}、実際は{here}です。{crossed}")
        }
        RemarkWords::Farther => "予想より遠くまで進みました。".to_owned(),
        RemarkWords::Nearer => "予想ほど遠くまでは進みませんでした。".to_owned(),
        RemarkWords::Aside => "進んだ距離は同じくらいですが、方向が違います。".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name}はその前に発散しました。ステップ{step}の値が大きくなりすぎて、位置を計算できません。"
        )
    },
    undefined: |name, step| {
        format!(
            "{name}はその前に発散しました。ステップ{step}で損失か勾配が定義されない所に出ました。"
        )
    },
    veiled: |name| {
        format!(
            "{name}：予想に答えるまで経路を隠しています。答えが分かる内容は、ここにも表示しません。"
        )
    },
};
