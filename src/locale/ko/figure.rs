//! What every figure says, in Korean.

use crate::view::words::{FigureLabels, FigureWords};

/// The words.
pub const WORDS: FigureWords = FigureWords {
    tag: "ko",
    labels: FigureLabels {
        play: "재생",
        pause: "일시정지",
        step_forward: "한 스텝 앞으로",
        step_back: "한 스텝 뒤로",
        to_start: "처음으로",
        revert: "처음 설정으로",
        player: "재생 조작",
        step: "스텝",
        loss: "손실",
        settings: "설정",
        lanes: "현재 스텝",
        lane: "기법",
        lessons: "더 깊이 보기",
        more: "더 보기",
        loading: "불러오는 중",
        not_loaded: "불러오지 못했습니다. 네트워크를 확인하고 다시 열어 주세요.",
    },
    speed: "속도",
    loss_scale: "손실 축",
    log: "로그",
    linear: "선형",
    linear_because_negative: "손실(0 이하가 있어 선형 축)",
    below: ["축 아래", ": "],
    advanced: "고급",
    lr: "학습률 η",
    momentum: "모멘텀 계수 α",
    decay: "감쇠율 ρ",
    beta1: "β₁",
    beta2: "β₂",
    eps: "ε",
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole { "정수" } else { "수" };
        format!(
            "{low}에서 {high} 사이의 {kind}를 입력하세요. 올바른 값을 입력할 때까지 이전 값을 유지합니다."
        )
    },
};
