//! What the experiments on networks say.

pub mod batch;
pub mod batch_norm;
pub mod files;
pub mod regularization;
pub mod search;
pub mod training_loop;
pub mod weight_init;

use self::batch::BatchWords;
use self::batch_norm::BatchNormWords;
use self::files::FilesWords;
use self::regularization::RegularizationWords;
use self::search::SearchWords;
use self::training_loop::LoopWords;
use self::weight_init::WeightInitWords;
use super::joined;

labels! {
    /// Words of the experiments that never change.
    StudyLabels:
    /// What the lab `training` is.
    training,
    /// Axis: the number of the update.
    iteration,
    /// Axis: the accuracy on the training data.
    train_accuracy,
    /// Axis: the accuracy on the test data.
    test_accuracy,
    /// A panel.
    loss_by_iteration,
    /// A panel.
    accuracy_by_iteration,
    /// Where the digits come from.
    credit,
    /// While the digits are on their way.
    digits_loading,
    /// They did not come.
    digits_missing,
    /// What a panel can be used for.
    seek_hint,
    /// Control: how many iterations.
    iterations,
    /// Control: pictures of a mini-batch.
    batch,
    /// Group: how networks train.
    training_group,
    /// Group: how networks are built.
    network_group,
    /// Control: the activation function.
    activation,
    /// Its option.
    sigmoid,
    /// Its option.
    relu,
    /// Its option.
    tanh,
    /// Control: the initial weights.
    init,
    /// Its option.
    xavier,
    /// Its option.
    he,
    /// Control: seed of everything random.
    study_seed,
    /// Button: search within the range of the best trials.
    narrow_range,
    /// Button: search within the book's range again.
    book_range,
}

/// A network at the shown step, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct StudyLaneWords {
    /// What it is called.
    pub name: String,
    /// The smoothed loss.
    pub loss: Option<String>,
    /// The accuracy on the training data.
    pub train: Option<String>,
    /// The accuracy on the test data.
    pub test: Option<String>,
    /// What else is to be said, as clauses.
    pub more: Vec<String>,
}

/// What a panel with curves shows. Numbers are printed.
#[derive(Clone, Debug)]
pub struct MeasureWords {
    /// What is measured.
    pub measure: &'static str,
    /// Iterations of the whole run.
    pub n_steps: usize,
    /// The shown one.
    pub shown: usize,
    /// Name and value of each curve at the shown iteration.
    pub values: Vec<(String, Option<String>)>,
}

/// The words of the experiments.
#[derive(Clone, Copy, Debug)]
pub struct StudyWords {
    /// Words that never change.
    pub labels: StudyLabels,
    /// Where the player stands: shown iteration, number of iterations, how many are recorded.
    pub step_of: fn(usize, usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A network's sentence for the shown step.
    pub lane: fn(&StudyLaneWords) -> String,
    /// One sentence for all: iteration, networks.
    pub announcement: fn(usize, &[StudyLaneWords]) -> String,
    /// The description of a panel with curves.
    pub curves: fn(&MeasureWords) -> String,
    /// What the comparison rests on: pictures to train on and to test on, those of a batch.
    pub terms: fn(usize, usize, usize) -> String,
    /// What only the lab `weight-init` says.
    pub weight_init: WeightInitWords,
    /// What only the lab `batch-norm` says.
    pub batch_norm: BatchNormWords,
    /// What only the lab `regularization` says.
    pub regularization: RegularizationWords,
    /// What only the lab `search` says.
    pub search: SearchWords,
    /// The lesson with the pictures of a mini-batch.
    pub batch: BatchWords,
    /// The lesson on the loop that trains.
    pub training_loop: LoopWords,
    /// Pictures of a reader's own.
    pub files: FilesWords,
}

impl StudyWords {
    /// Every word that never changes, by the name that the page has for it.
    pub fn pairs(&self) -> Vec<(String, &'static str)> {
        [
            self.labels.pairs(),
            self.batch.labels.pairs(),
            self.training_loop.labels.pairs(),
            self.files.labels.pairs(),
        ]
        .concat()
    }
}

fn parts(words: &StudyLaneWords, [loss, train, test]: [&str; 3]) -> String {
    let part = |name: &str, value: &Option<String>| Some(format!("{name} {}", value.as_ref()?));
    let parts = [
        part(loss, &words.loss),
        part(train, &words.train),
        part(test, &words.test),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.extend_from_slice(&words.more);
    joined(&parts, ", ")
}

fn listed(values: &[(String, Option<String>)]) -> String {
    let values = values.iter();
    let values = values.filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?)));
    joined(&values.collect::<Vec<_>>(), ", ")
}

/// The names that a sentence about a network needs in a language.
const KO_PARTS: [&str; 3] = ["손실", "훈련 데이터 정확도", "시험 데이터 정확도"];
const EN_PARTS: [&str; 3] = ["loss", "training accuracy", "test accuracy"];
const JA_PARTS: [&str; 3] = ["損失", "訓練データの認識精度", "テストデータの認識精度"];

/// Korean.
pub const KO: StudyWords = StudyWords {
    labels: StudyLabels {
        training: "신경망 학습으로 보는 최적화 기법 비교",
        iteration: "반복",
        train_accuracy: "훈련 데이터 정확도",
        test_accuracy: "시험 데이터 정확도",
        loss_by_iteration: "반복에 따른 손실(매끄럽게 처리)",
        accuracy_by_iteration: "반복에 따른 시험 데이터 정확도",
        credit: "데이터: UCI Optical Recognition of Handwritten Digits(E. Alpaydin, C. Kaynak), \
                 8×8 숫자 1797장, CC BY 4.0.",
        digits_loading: "손글씨 숫자를 불러오는 중입니다.",
        digits_missing: "손글씨 숫자를 불러오지 못했습니다. 네트워크를 확인하고 페이지를 다시 \
                         열어 주세요.",
        seek_hint: "누르면 그 반복을 보여 줍니다",
        iterations: "반복 횟수",
        batch: "배치 크기",
        training_group: "학습",
        network_group: "신경망",
        activation: "활성화 함수",
        sigmoid: "시그모이드",
        relu: "ReLU",
        tanh: "tanh",
        init: "가중치의 초깃값",
        xavier: "Xavier 초깃값",
        he: "He 초깃값",
        study_seed: "난수 시드",
        narrow_range: "좋은 범위로 좁히기",
        book_range: "책의 범위",
    },
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "반복 {step} / {steps} (학습 {}%)",
            done * 100 / steps.max(1)
        ),
        false => format!("반복 {step} / {steps}"),
    },
    per_second: |speed| format!("초당 반복 {speed}번"),
    lane: |words| format!("{}: {}.", words.name, parts(words, KO_PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{} {}", lane.name, parts(lane, KO_PARTS)));
        format!("반복 {step}. {}.", joined(&lanes.collect::<Vec<_>>(), "; "))
    },
    curves: |words| {
        format!(
            "가로축은 반복 0부터 {}까지, 세로축: {}. 반복 {}에서 {}.",
            words.n_steps,
            words.measure,
            words.shown,
            listed(&words.values)
        )
    },
    terms: |train, test, batch| {
        format!(
            "비교 조건: 같은 초깃값, 같은 미니배치. 훈련 데이터 {train}장, 시험 데이터 {test}장, \
             배치 크기 {batch}."
        )
    },
    weight_init: weight_init::KO,
    batch_norm: batch_norm::KO,
    regularization: regularization::KO,
    search: search::KO,
    batch: batch::KO,
    training_loop: training_loop::KO,
    files: files::KO,
};

/// English.
pub const EN: StudyWords = StudyWords {
    labels: StudyLabels {
        training: "Optimizers compared on a neural network",
        iteration: "iteration",
        train_accuracy: "training accuracy",
        test_accuracy: "test accuracy",
        loss_by_iteration: "Loss by iteration, smoothed",
        accuracy_by_iteration: "Test accuracy by iteration",
        credit: "Data: UCI Optical Recognition of Handwritten Digits (E. Alpaydin, C. Kaynak), \
                 1797 digits of 8×8, CC BY 4.0.",
        digits_loading: "The handwritten digits are loading.",
        digits_missing: "The handwritten digits could not be loaded. Check the network and \
                         open the page again.",
        seek_hint: "Click to show that iteration",
        iterations: "Iterations",
        batch: "Batch size",
        training_group: "Training",
        network_group: "Network",
        activation: "Activation function",
        sigmoid: "sigmoid",
        relu: "ReLU",
        tanh: "tanh",
        init: "Initial weights",
        xavier: "Xavier",
        he: "He",
        study_seed: "Seed",
        narrow_range: "Narrow to the best",
        book_range: "The book's range",
    },
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "Iteration {step} / {steps} ({}% trained)",
            done * 100 / steps.max(1)
        ),
        false => format!("Iteration {step} / {steps}"),
    },
    per_second: |speed| format!("{speed} iterations/s"),
    lane: |words| format!("{}: {}.", words.name, parts(words, EN_PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{}: {}", lane.name, parts(lane, EN_PARTS)));
        format!(
            "Iteration {step}. {}.",
            joined(&lanes.collect::<Vec<_>>(), "; ")
        )
    },
    curves: |words| {
        format!(
            "Iterations 0 to {} across, {} upward. At iteration {}: {}.",
            words.n_steps,
            words.measure,
            words.shown,
            listed(&words.values)
        )
    },
    terms: |train, test, batch| {
        format!(
            "Comparison: the same initial weights and mini-batches. {train} pictures to train \
             on, {test} to test on, batches of {batch}."
        )
    },
    weight_init: weight_init::EN,
    batch_norm: batch_norm::EN,
    regularization: regularization::EN,
    search: search::EN,
    batch: batch::EN,
    training_loop: training_loop::EN,
    files: files::EN,
};

/// Japanese.
pub const JA: StudyWords = StudyWords {
    labels: StudyLabels {
        training: "ニューラルネットワークの学習で見る最適化手法の比較",
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
        seek_hint: "押すとその反復を表示します",
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
        study_seed: "乱数のシード",
        narrow_range: "良い範囲に絞る",
        book_range: "本の範囲",
    },
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "反復 {step} / {steps}（学習 {}%）",
            done * 100 / steps.max(1)
        ),
        false => format!("反復 {step} / {steps}"),
    },
    per_second: |speed| format!("毎秒{speed}反復"),
    lane: |words| format!("{}：{}。", words.name, parts(words, JA_PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{}：{}", lane.name, parts(lane, JA_PARTS)));
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
            listed(&words.values)
        )
    },
    terms: |train, test, batch| {
        format!(
            "比較の条件：同じ初期値、同じミニバッチ。訓練データ{train}枚、テストデータ{test}枚、\
             バッチサイズ{batch}。"
        )
    },
    weight_init: weight_init::JA,
    batch_norm: batch_norm::JA,
    regularization: regularization::JA,
    search: search::JA,
    batch: batch::JA,
    training_loop: training_loop::JA,
    files: files::JA,
};
