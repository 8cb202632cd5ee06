//! The forms in which books and libraries write the same rule, in Korean.

use crate::lessons::conventions::words::{ConventionsLabels, ConventionsWords};

/// The title.
pub const TITLE: &str = "책과 라이브러리의 식 차이";

/// The words.
pub const WORDS: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "모멘텀의 세 가지 식",
        conventions_momentum_text: "책은 학습률을 속도 안에 넣어 v ← αv − ηg, W ← W + v로 씁니다. \
             Keras도 같습니다. PyTorch는 학습률을 밖에 두어 v ← αv + g, W ← W − ηv로 쓰고, 속도를 \
             기울기의 지수 이동 평균 v ← αv + (1 − α)g로 쓰는 교재도 있습니다. 학습률이 일정하면 세 \
             식은 같은 경로를 그립니다. 다만 평균을 쓰는 식에서는 기울기에 1 − α를 곱하므로 학습률을 \
             1/(1 − α)배로 해야 책과 같은 경로가 됩니다. α = 0.9라면 10배입니다.",
        conventions_form: "모멘텀의 식",
        conventions_table: "책과 같은 경로가 되는 학습률, 보고 있는 스텝의 위치와 손실",
        conventions_equation: "식",
        conventions_rate: "학습률 η",
        conventions_place: "위치 (x, y)",
        conventions_keep: "식을 바꿀 때 학습률도 바꾸어 경로를 유지",
        conventions_change: "실행 도중에 학습률 바꾸기",
        conventions_change_text: "실행 도중에 학습률을 바꾸면 세 식의 경로가 갈라집니다. 책의 식에서는 속도에 예전 학습률이 이미 곱해져 있어 한동안 예전 빠르기로 움직입니다. \
             PyTorch의 식과 평균을 쓰는 식에서는 속도가 기울기의 합이나 평균이므로, 새 학습률이 속도 전체에 곧바로 적용됩니다. 학습률을 줄여 가며 학습할 때 프레임워크마다 결과가 조금씩 다른 \
             이유 가운데 하나입니다.",
        conventions_change_on: "학습률 바꾸기",
        conventions_change_step: "바꿀 스텝",
        conventions_change_factor: "몇 배로",
        conventions_nesterov: "두 판의 Nesterov",
        conventions_nesterov_text: "Nesterov는 속도를 따라 이동할 지점의 기울기를 미리 쓰는 방법입니다. \
             책의 프로그램은 현재 위치의 기울기만으로 같은 일을 하도록 고쳐 쓴 식 \
             W ← W + α²v − (1 + α)ηg를 계산하며, 여기에는 갱신하기 전의 v를 써야 합니다. 한국어판 \
             저장소의 프로그램은 v를 먼저 갱신한 다음에 쓰므로 새 기울기에 1 + α가 아니라 1 + α + α²를 곱하게 됩니다. α = 0.9라면 1.9배 대신 2.71배입니다. 원서의 저장소는 2021년에 \
             고쳐졌고, 고친 식은 PyTorch, Keras와 같습니다.",
        conventions_add: "비교에 추가",
        conventions_adam: "Adam의 ε",
        conventions_adam_text: "책의 Adam은 편향 보정을 학습률에 넣어 \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ)로 계산하고, 보정하지 않은 √v에 ε = 10⁻⁷을 더합니다. 논문의 \
             알고리즘과 PyTorch는 v를 먼저 보정한 뒤 ε = 10⁻⁸을 더합니다. 그래서 책의 ε은 논문의 \
             식에서 ε/√(1 − β₂ᵗ)에 해당하며, β₂ = 0.999인 첫 스텝에는 3.2×10⁻⁶이 됩니다. 기울기가 그만큼 \
             작지 않으면 차이는 눈에 보이지 않습니다. Keras는 책과 같은 식을 씁니다. ε은 설정의 \
             ‘고급’에서 바꿀 수 있습니다.",
        conventions_book: "책, Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "지수 이동 평균",
        conventions_corrected: "고친 프로그램(2021), PyTorch, Keras",
        conventions_early: "한국어판 저장소의 프로그램",
    },
    equivalent: |rate, book| format!("이 식의 η = {rate}에 해당하는 책의 학습률은 {book}입니다."),
};
