//! The ball in the valley.

labels! {
    /// Words of the ball in the valley.
    PhysicsLabels:
    /// Along which parameter the valley is cut.
    cut,
    /// What the picture means.
    physics_note,
}

/// A ball at the shown step, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct PhysicsWords {
    /// Name of the lane.
    pub name: String,
    /// The parameter along the cut: `x` or `y`.
    pub cut: &'static str,
    /// The step.
    pub step: usize,
    /// Where the ball is along the cut.
    pub place: String,
    /// The other parameter.
    pub other: String,
    /// The loss there.
    pub loss: String,
    /// Minus the gradient along the cut.
    pub force: String,
    /// Learning rate.
    pub rate: String,
    /// The change of the parameter in the next step; none at the end of the run.
    pub next: Option<String>,
    /// Momentum coefficient, of rules with a velocity.
    pub momentum: Option<String>,
    /// Their velocity.
    pub velocity: Option<String>,
    /// What friction leaves of it.
    pub kept: Option<String>,
    /// What the force adds.
    pub push: Option<String>,
    /// The same in symbols.
    pub push_symbol: String,
    /// The velocity at the next step.
    pub next_velocity: Option<String>,
    /// After so many steps without force less than half of it is left.
    pub half_life: Option<usize>,
    /// Whether the rule is SGD.
    pub is_sgd: bool,
}

/// The words of the ball in the valley.
#[derive(Clone, Copy, Debug)]
pub struct Physics {
    /// Words that never change.
    pub labels: PhysicsLabels,
    /// Name of the picture: name of the lane, parameter along the cut.
    pub title: fn(&str, &str) -> String,
    /// Where the ball is, and the force on it.
    pub ball: fn(&PhysicsWords) -> String,
    /// What moves it, a few sentences.
    pub motion: fn(&PhysicsWords) -> Vec<String>,
}

/// Korean.
pub const KO: Physics = Physics {
    labels: PhysicsLabels {
        cut: "단면의 방향",
        physics_note: "지금 위치를 지나는 골짜기의 단면입니다. 공은 기록된 위치에 있고, 작은 점들은 \
                       앞선 스텝의 위치와 그때의 손실입니다. 화살표는 적힌 배율만큼 늘여 그립니다.",
    },
    title: |name, cut| format!("골짜기의 공: {name}, {cut} 방향의 단면"),
    ball: |words| {
        let PhysicsWords {
            name,
            cut,
            step,
            place,
            loss,
            force,
            ..
        } = words;
        format!(
            "{name}, 스텝 {step}: 공의 위치는 {cut} = {place}, 손실은 {loss}, 공이 받는 힘은 \
             −∂f/∂{cut} = {force}입니다."
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words.next.as_ref().map_or_else(String::new, |step| {
                format!(" 다음 스텝의 이동은 {step}입니다.")
            });
            return vec![match words.is_sgd {
                true => format!(
                    "SGD의 공에는 속도가 없습니다. 관성이 없어 앞선 움직임을 모두 잊고, 매 스텝 \
                     그 자리의 기울기에 학습률 {rate}만 곱한 만큼 움직입니다.{step}"
                ),
                false => format!(
                    "이 기법에는 모멘텀의 속도 v가 없습니다. 공의 위치와 힘만 보여 줍니다.{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "속도 v = {v} 가운데 αv = {alpha} × {v} = {kept}만 남고, 힘이 {symbol} = \
                 {push}만큼 밀어 다음 속도는 {next}입니다."
            ),
            _ => format!("속도 v = {v} 가운데 αv = {alpha} × {v} = {kept}만 남습니다."),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!(" 힘이 없다면 {n}스텝 만에 속도가 절반 이하로 줄어듭니다.")
        });
        said.push(format!(
            "αv는 땅의 마찰이나 공기 저항처럼 공을 서서히 느리게 합니다.{half}"
        ));
        said
    },
};

/// English.
pub const EN: Physics = Physics {
    labels: PhysicsLabels {
        cut: "Cut along",
        physics_note: "A cross-section of the valley through the current point. The ball is where \
                       the record has it; the small dots are the places of earlier steps at the \
                       losses they had. Arrows are stretched by the factor that is given.",
    },
    title: |name, cut| format!("A ball in the valley: {name}, cut along {cut}"),
    ball: |words| {
        let PhysicsWords {
            name,
            cut,
            step,
            place,
            loss,
            force,
            ..
        } = words;
        format!(
            "{name}, step {step}: the ball is at {cut} = {place} with loss {loss}; the force on \
             it is −∂f/∂{cut} = {force}."
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words.next.as_ref().map_or_else(String::new, |step| {
                format!(" The next step moves it by {step}.")
            });
            return vec![match words.is_sgd {
                true => format!(
                    "The ball of SGD has no velocity. Without inertia it forgets how it came, and \
                     each step is the slope under it times the learning rate {rate}.{step}"
                ),
                false => format!(
                    "This rule has no velocity v as Momentum does; only the ball’s place and the \
                     force on it are shown.{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "Of the velocity v = {v} there remains αv = {alpha} × {v} = {kept}; the force \
                 pushes by {symbol} = {push}, so the next velocity is {next}."
            ),
            _ => format!("Of the velocity v = {v} there remains αv = {alpha} × {v} = {kept}."),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!(" Without any force the velocity would be down to half or less in {n} steps.")
        });
        said.push(format!(
            "αv slows the ball down little by little, as friction of the ground or resistance of \
             the air would.{half}"
        ));
        said
    },
};

/// Japanese.
pub const JA: Physics = Physics {
    labels: PhysicsLabels {
        cut: "断面の方向",
        physics_note: "現在の位置を通る谷の断面です。ボールは記録された位置にあり、小さな点はそれまでの\
                       ステップの位置とそのときの損失です。矢印は書かれた倍率で伸ばして描いています。",
    },
    title: |name, cut| format!("谷のボール：{name}、{cut}方向の断面"),
    ball: |words| {
        let PhysicsWords {
            name,
            cut,
            step,
            place,
            loss,
            force,
            ..
        } = words;
        format!(
            "{name}、ステップ {step}：ボールの位置は {cut} = {place}、損失は {loss}、ボールが受ける力は \
             −∂f/∂{cut} = {force} です。"
        )
    },
    motion: |words| {
        let (rate, symbol) = (&words.rate, &words.push_symbol);
        let (Some(alpha), Some(v), Some(kept)) = (&words.momentum, &words.velocity, &words.kept)
        else {
            let step = words.next.as_ref().map_or_else(String::new, |step| {
                format!("次のステップの移動は {step} です。")
            });
            return vec![match words.is_sgd {
                true => format!(
                    "SGDのボールには速度がありません。慣性がないのでそれまでの動きを忘れ、毎ステップ\
                     その場の勾配に学習率 {rate} を掛けた分だけ動きます。{step}"
                ),
                false => format!(
                    "この手法にはMomentumのような速度 v がありません。ボールの位置と力だけを示します。{step}"
                ),
            }];
        };
        let mut said = vec![match (&words.push, &words.next_velocity) {
            (Some(push), Some(next)) => format!(
                "速度 v = {v} のうち αv = {alpha} × {v} = {kept} だけが残り、力が \
                 {symbol} = {push} だけ押すので、次の速度は {next} です。"
            ),
            _ => format!("速度 v = {v} のうち αv = {alpha} × {v} = {kept} だけが残ります。"),
        }];
        let half = words.half_life.map_or_else(String::new, |n| {
            format!("力がなければ、{n}ステップで速度は半分以下になります。")
        });
        said.push(format!(
            "αv は地面の摩擦や空気抵抗のように、ボールを少しずつ減速させます。{half}"
        ));
        said
    },
};
