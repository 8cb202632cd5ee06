//! What the labs on networks share, in Japanese.

use crate::experiments::network::words::{NetworkWords, PlayerLabels};
use crate::math::joined;

/// The names of loss and accuracies in a sentence about a network.
const PARTS: [&str; 3] = ["損失", "訓練データの認識精度", "テストデータの認識精度"];

/// The words.
pub const WORDS: NetworkWords = NetworkWords {
    iteration: "反復",
    train_accuracy: "訓練データの認識精度",
    test_accuracy: "テストデータの認識精度",
    loss_by_iteration: "反復ごとの損失（平滑化）",
    accuracy_by_iteration: "反復ごとのテストデータの認識精度",
    credit: "データ：UCI Optical Recognition of Handwritten Digits（E. Alpaydin, C. Kaynak）、\
                 8×8の数字1797枚、CC BY 4.0。",
    digits_loading: "手書き数字を読み込んでいます。",
    digits_missing: "手書き数字を読み込めませんでした。ネットワークを確認して、ページを開き直して\
                         ください。",
    iterations: "反復回数",
    batch: "バッチサイズ",
    training_group: "学習",
    network_group: "ネットワーク",
    activation: "活性化関数",
    sigmoid: "シグモイド",
    relu: "ReLU",
    tanh: "tanh",
    init: "重みの初期値",
    xavier: "Xavierの初期値",
    he: "Heの初期値",
    seed: "乱数のシード",
    own_data: "データ：自分のファイル {0}。{1}×{2}ピクセル、{5}クラス、訓練{3}枚、テスト{4}枚。",
    own_split: "テスト用のファイルがないので、5枚に1枚をテストに使います。",
    own_scored: "認識精度は、訓練データとテストデータから乱数のシードで無作為に選んだそれぞれ最大{0}枚で測定します。",
    player: PlayerLabels {
        step: "反復",
        step_forward: "1反復進む",
        step_back: "1反復戻る",
        lanes: "この反復では",
    },
    diverged: "発散",
    diverged_at: |iteration| format!("反復{iteration}で発散"),
    training: "学習中",
    done: "完了",
    not_measured: "まだ測定していない",
    previous: "灰色：前の設定",
    trained: |percent| format!("学習 {percent}%"),
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "反復 {step} / {steps}（学習 {}%）",
            done * 100 / steps.max(1)
        ),
        false => format!("反復 {step} / {steps}"),
    },
    per_second: |speed| format!("毎秒{speed}反復"),
    lane: |words| format!("{}：{}。", words.name, words.parts(PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{}：{}", lane.name, lane.parts(PARTS)));
        format!(
            "反復 {step}。{}。",
            joined(&lanes.collect::<Vec<_>>(), "；")
        )
    },
    curves: |words| {
        format!(
            "横軸は反復0から{}まで、縦軸は{}。反復{}では{}。",
            words.n_steps,
            words.measure,
            words.shown,
            words.listed()
        )
    },
};
