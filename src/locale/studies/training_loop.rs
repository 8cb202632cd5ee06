//! The lesson on the loop that trains a network.

labels! {
    /// Words of the lesson that never change.
    LoopLabels:
    /// Title of the lesson.
    loop_title,
    /// Heading of the program.
    loop_code,
    /// Nothing has run in the loop.
    loop_before,
    /// Button: the iteration as a whole again.
    loop_whole,
    /// How the program is to be read.
    loop_hint,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct LoopWords {
    /// Those that never change.
    pub labels: LoopLabels,
    /// The whole iteration of a network is shown: its name, the iteration.
    pub whole: fn(&str, usize) -> String,
    /// A line of it has run: which, of how many.
    pub line: fn(&str, usize, usize, usize) -> String,
    /// The loss of the mini-batch before the update.
    pub before: fn(&str) -> String,
    /// The same and the one after it, and how many pictures are named rightly, of how many.
    pub after: fn(&str, &str, usize, usize) -> String,
}

/// Korean.
pub const KO: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_title: "학습 루프",
        loop_code: "파이썬으로 쓴 학습 루프",
        loop_before: "반복 0: 신경망과 옵티마이저를 만들었고, 루프는 아직 돌지 않았습니다.",
        loop_whole: "반복 전체 보기",
        loop_hint: "network.gradient는 오차역전파법으로 기울기를 구합니다. 모든 기법이 같은 \
                    indices를 씁니다.",
    },
    whole: |name, iteration| {
        format!("{name}, 반복 {iteration}: 강조된 줄이 차례로 실행된 뒤의 값입니다.")
    },
    line: |name, iteration, line, n| {
        format!("{name}, 반복 {iteration}, 줄 {line} / {n}: 강조된 줄을 실행한 뒤의 값입니다.")
    },
    before: |loss| format!("이 미니배치의 손실: 갱신 전 {loss}."),
    after: |before, after, right, n| {
        format!(
            "이 미니배치의 손실: 갱신 전 {before}, 갱신 후 {after}. 갱신한 뒤 {n}장 가운데 {right}장을 \
             맞힙니다."
        )
    },
};

/// English.
pub const EN: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_title: "Training loop",
        loop_code: "The training loop in Python",
        loop_before: "Iteration 0: network and optimizer have been made; the loop has not run yet.",
        loop_whole: "Show the whole iteration",
        loop_hint: "network.gradient finds the gradient by backpropagation. All optimizers get \
                    the same indices.",
    },
    whole: |name, iteration| {
        format!(
            "{name}, iteration {iteration}: the values after the highlighted lines have run in turn."
        )
    },
    line: |name, iteration, line, n| {
        format!(
            "{name}, iteration {iteration}, line {line} / {n}: the values after the highlighted \
             line has run."
        )
    },
    before: |loss| format!("Loss of this mini-batch: {loss} before the update."),
    after: |before, after, right, n| {
        format!(
            "Loss of this mini-batch: {before} before the update, {after} after it. {right} of \
             {n} pictures are right after it."
        )
    },
};

/// Japanese.
pub const JA: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_title: "学習のループ",
        loop_code: "Pythonで書いた学習のループ",
        loop_before: "反復 0：ネットワークとオプティマイザを作りました。ループはまだ回っていません。",
        loop_whole: "反復全体を表示",
        loop_hint: "network.gradientは誤差逆伝播法で勾配を求めます。すべての手法が同じindicesを\
                    使います。",
    },
    whole: |name, iteration| {
        format!("{name}、反復{iteration}：強調した行が順に実行された後の値です。")
    },
    line: |name, iteration, line, n| {
        format!("{name}、反復{iteration}、行 {line} / {n}：強調した行を実行した後の値です。")
    },
    before: |loss| format!("このミニバッチの損失：更新前{loss}。"),
    after: |before, after, right, n| {
        format!(
            "このミニバッチの損失：更新前{before}、更新後{after}。更新後、{n}枚のうち{right}枚に正解。"
        )
    },
};
