//! The lesson with the pictures of a mini-batch, and with those that are taken for others.

labels! {
    /// Words of the lesson that never change.
    BatchLabels:
    /// Title of the lesson.
    batch_title,
    /// Heading: the mini-batch of the shown iteration.
    batch_now,
    /// No mini-batch has been chosen.
    batch_before,
    /// How the pictures are to be read.
    batch_legend,
    /// Heading: test data that a network takes for something else.
    batch_mistakes,
    /// Name of the list of what is taken for what.
    batch_confusions,
    /// Button: pictures before these.
    batch_previous,
    /// Button: pictures after these.
    batch_next,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct BatchWords {
    /// Those that never change.
    pub labels: BatchLabels,
    /// How many pictures of the mini-batch are named rightly: network, iteration, how many,
    /// of how many.
    pub batch: fn(&str, usize, usize, usize) -> String,
    /// How many test pictures are taken for something else, likewise.
    pub mistakes: fn(&str, usize, usize, usize) -> String,
    /// The test data was not looked at yet: after each so many iterations it is.
    pub mistakes_before: fn(u64) -> String,
    /// What is taken for what, and how often.
    pub confusion: fn(&str, usize) -> String,
    /// Which pictures are shown: the first, the last, of how many.
    pub page_of: fn(usize, usize, usize) -> String,
}

/// Korean.
pub const KO: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_title: "미니배치와 틀린 그림",
        batch_now: "이 반복의 미니배치",
        batch_before: "반복 0: 아직 미니배치를 고르지 않았습니다.",
        batch_legend: "그림 아래의 숫자는 신경망의 예측입니다. 틀린 그림은 테두리를 두르고 \
                       ‘정답→예측’으로 적습니다.",
        batch_mistakes: "틀린 시험 데이터",
        batch_confusions: "정답→예측과 그림 수",
        batch_previous: "앞의 그림",
        batch_next: "다음 그림",
    },
    batch: |name, iteration, right, n| {
        format!("반복 {iteration}, {name}: 갱신한 뒤 {n}장 가운데 {right}장을 맞힙니다.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("반복 {iteration}에서 잰 {name}: 시험 데이터 {n}장 가운데 {wrong}장을 틀립니다.")
    },
    mistakes_before: |every| {
        format!("시험 데이터는 반복 {every}번마다 잽니다. 아직 잰 것이 없습니다.")
    },
    confusion: |pair, n| format!("{pair}: {n}장"),
    page_of: |first, last, n| format!("그림 {first}–{last} / {n}"),
};

/// English.
pub const EN: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_title: "Mini-batch and mistakes",
        batch_now: "The mini-batch of this iteration",
        batch_before: "Iteration 0: no mini-batch has been chosen yet.",
        batch_legend: "Under each picture stands what the network takes it for. Where that is \
                       wrong, the picture has a frame, and “true→predicted” stands there.",
        batch_mistakes: "Misclassified test data",
        batch_confusions: "True→predicted, and how many pictures",
        batch_previous: "Earlier pictures",
        batch_next: "Later pictures",
    },
    batch: |name, iteration, right, n| {
        format!("Iteration {iteration}, {name}: {right} of {n} right after the update.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("{name}, measured at iteration {iteration}: {wrong} of {n} test pictures wrong.")
    },
    mistakes_before: |every| {
        format!("The test data is measured every {every} iterations, and has not been yet.")
    },
    confusion: |pair, n| format!("{pair}: {n}"),
    page_of: |first, last, n| format!("Pictures {first}–{last} of {n}"),
};

/// Japanese.
pub const JA: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_title: "ミニバッチと誤認識の画像",
        batch_now: "この反復のミニバッチ",
        batch_before: "反復 0：ミニバッチはまだ選ばれていません。",
        batch_legend: "画像の下の数字はネットワークの予測です。間違えた画像には枠を付け、\
                       「正解→予測」と書きます。",
        batch_mistakes: "間違えたテストデータ",
        batch_confusions: "正解→予測と枚数",
        batch_previous: "前の画像",
        batch_next: "次の画像",
    },
    batch: |name, iteration, right, n| {
        format!("反復{iteration}、{name}：更新後、{n}枚のうち{right}枚に正解。")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("反復{iteration}で測定した{name}：テストデータ{n}枚のうち{wrong}枚を間違えます。")
    },
    mistakes_before: |every| {
        format!("テストデータは反復{every}回ごとに測定します。まだ測定していません。")
    },
    confusion: |pair, n| format!("{pair}：{n}枚"),
    page_of: |first, last, n| format!("画像 {first}–{last} / {n}"),
};
