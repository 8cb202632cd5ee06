//! What the labs on networks share, in Korean.

use crate::experiments::network::words::{NetworkWords, PlayerLabels};
use crate::math::joined;

/// The names of loss and accuracies in a sentence about a network.
const PARTS: [&str; 3] = ["손실", "훈련 데이터 정확도", "시험 데이터 정확도"];

/// The words.
pub const WORDS: NetworkWords = NetworkWords {
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
    seed: "난수 시드",
    own_data: "데이터: 내 파일 {0}. {1}×{2}픽셀, 클래스 {5}개, 훈련 {3}장, 시험 {4}장.",
    own_split: "시험 파일이 없어서 다섯 장마다 한 장을 시험 데이터로 떼어 둡니다.",
    own_scored: "정확도는 훈련 데이터와 시험 데이터에서 각각 최대 {0}장을 난수 시드로 무작위로 뽑아 측정합니다.",
    player: PlayerLabels {
        step: "반복",
        step_forward: "한 반복 앞으로",
        step_back: "한 반복 뒤로",
        lanes: "현재 반복",
    },
    diverged: "발산",
    diverged_at: |iteration| format!("반복\u{a0}{iteration}에서 발산"),
    training: "학습 중",
    done: "완료",
    not_measured: "아직 측정하지 않음",
    previous: "회색: 이전 설정",
    trained: |percent| format!("{percent}% 진행"),
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "반복 {step} / {steps} ({}% 진행)",
            done * 100 / steps.max(1)
        ),
        false => format!("반복 {step} / {steps}"),
    },
    per_second: |speed| format!("초당 {speed}회 반복"),
    lane: |words| format!("{}: {}.", words.name, words.parts(PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{} {}", lane.name, lane.parts(PARTS)));
        format!("반복 {step}. {}.", joined(&lanes.collect::<Vec<_>>(), "; "))
    },
    curves: |words| {
        format!(
            "가로축은 반복 0부터 {}까지, 세로축: {}. 반복 {}에서 {}.",
            words.n_steps,
            words.measure,
            words.shown,
            words.listed()
        )
    },
};
