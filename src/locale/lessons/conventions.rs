//! The forms in which books and libraries write the same rule.

labels! {
    /// Words of the lesson that never change.
    ConventionsLabels:
    /// Heading: the forms of Momentum.
    conventions_momentum,
    /// The paragraph on them.
    conventions_momentum_text,
    /// The select of the form.
    conventions_form,
    /// Caption of the table of forms.
    conventions_table,
    /// Column: the form.
    conventions_equation,
    /// Column: the learning rate.
    conventions_rate,
    /// Column: the place at the shown step.
    conventions_place,
    /// Whether a change of the form changes the rate too, so that the path stays.
    conventions_keep,
    /// Heading: a change of the rate.
    conventions_change,
    /// The paragraph on it.
    conventions_change_text,
    /// Whether the rate changes.
    conventions_change_on,
    /// The step at which it does.
    conventions_change_step,
    /// By how much it is multiplied.
    conventions_change_factor,
    /// Heading: the forms of Nesterov.
    conventions_nesterov,
    /// The paragraph on them.
    conventions_nesterov_text,
    /// Button: let the rule race.
    conventions_add,
    /// Heading: Adam's ε.
    conventions_adam,
    /// The paragraph on it.
    conventions_adam_text,
    /// Option: the form of the book.
    conventions_book,
    /// Option: PyTorch's form.
    conventions_pytorch,
    /// Option: the exponential average.
    conventions_average,
    /// Option: Nesterov as corrected.
    conventions_corrected,
    /// Option: Nesterov as in the Korean edition's program.
    conventions_early,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct ConventionsWords {
    /// Those that never change.
    pub labels: ConventionsLabels,
    /// The rate with which the chosen form goes the book's way: the rate of the form and
    /// the book's, printed.
    pub equivalent: fn(&str, &str) -> String,
}

/// Korean.
pub const KO: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "모멘텀의 세 가지 식",
        conventions_momentum_text: "책은 학습률을 속도 안에 넣어 v ← αv − ηg, W ← W + v로 씁니다. \
             Keras도 같습니다. PyTorch는 학습률을 밖에 두어 v ← αv + g, W ← W − ηv로 쓰고, 속도를 \
             기울기의 지수이동평균 v ← αv + (1 − α)g로 쓰는 교재도 있습니다. 학습률이 일정하면 세 \
             식은 같은 경로를 그립니다. 다만 평균의 식에서는 기울기가 1 − α배로 들어가므로 학습률을 \
             1/(1 − α)배로 해야 책과 같은 경로가 됩니다. α = 0.9라면 10배입니다.",
        conventions_form: "모멘텀의 식",
        conventions_table: "책과 같은 경로가 되는 학습률, 보고 있는 스텝의 위치와 손실",
        conventions_equation: "식",
        conventions_rate: "학습률 η",
        conventions_place: "위치 (x, y)",
        conventions_keep: "식을 바꿀 때 학습률도 바꾸어 경로를 유지",
        conventions_change: "도중에 학습률 바꾸기",
        conventions_change_text: "실행 도중에 학습률을 바꾸면 세 식의 경로가 갈라집니다. 책의 \
             속도에는 예전 학습률로 만든 이동이 쌓여 있어서 한동안 그 빠르기로 더 나아갑니다. \
             PyTorch와 평균의 식에서는 속도가 기울기의 합이나 평균이므로, 새 학습률이 쌓인 속도 \
             전체에 곧바로 걸립니다. 학습률을 줄여 가며 학습할 때 프레임워크마다 결과가 조금씩 다른 \
             까닭의 하나입니다.",
        conventions_change_on: "학습률 바꾸기",
        conventions_change_step: "바꿀 스텝",
        conventions_change_factor: "몇 배로",
        conventions_nesterov: "두 판의 Nesterov",
        conventions_nesterov_text: "Nesterov는 속도만큼 먼저 가 본 자리의 기울기를 쓰는 방법입니다. \
             책의 프로그램은 지금 자리의 기울기만으로 같은 일을 하도록 고쳐 쓴 식 \
             W ← W + α²v − (1 + α)ηg를 계산하며, 여기에는 갱신하기 전의 v를 써야 합니다. 한국어판 \
             저장소의 프로그램은 v를 먼저 갱신한 다음에 쓰므로 새 기울기가 1 + α배가 아니라 \
             1 + α + α²배로 들어갑니다. α = 0.9라면 1.9배 대신 2.71배입니다. 원서의 저장소는 2021년에 \
             고쳐졌고, 고친 식은 PyTorch, Keras와 같습니다.",
        conventions_add: "경주에 넣기",
        conventions_adam: "Adam의 ε",
        conventions_adam_text: "책의 Adam은 편향 보정을 학습률에 넣어 \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ)로 계산하고, 보정하지 않은 √v에 ε = 10⁻⁷을 더합니다. 논문의 \
             알고리즘과 PyTorch는 v를 먼저 보정한 뒤 ε = 10⁻⁸을 더합니다. 그래서 책의 ε은 논문의 \
             식에서 ε/√(1 − β₂ᵗ)에 해당하며, β₂ = 0.999인 첫 스텝에는 3.2×10⁻⁶이 됩니다. 기울기가 그만큼 \
             작지 않으면 차이는 눈에 보이지 않습니다. Keras는 책과 같은 식을 씁니다. ε은 설정의 \
             ‘고급’에서 바꿀 수 있습니다.",
        conventions_book: "책, Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "지수이동평균",
        conventions_corrected: "고친 프로그램(2021), PyTorch, Keras",
        conventions_early: "한국어판 저장소의 프로그램",
    },
    equivalent: |rate, book| format!("이 식의 η = {rate}에 해당하는 책의 학습률은 {book}입니다."),
};

/// English.
pub const EN: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "Three forms of Momentum",
        conventions_momentum_text: "The book keeps the learning rate inside the velocity: \
             v ← αv − ηg, W ← W + v; so does Keras. PyTorch keeps it outside: v ← αv + g, \
             W ← W − ηv. Other texts make the velocity an exponential average of the gradient, \
             v ← αv + (1 − α)g. With a constant rate all three draw the same path. But the average \
             takes only the share 1 − α of each gradient, so that its rate must be 1/(1 − α) times \
             the book’s for the same path: ten times for α = 0.9.",
        conventions_form: "Form of Momentum",
        conventions_table: "The rate that gives the book’s path; point and loss at the shown step",
        conventions_equation: "Form",
        conventions_rate: "Rate η",
        conventions_place: "Point (x, y)",
        conventions_keep: "Translate the rate with the form, so that the path stays",
        conventions_change: "Changing the rate during a run",
        conventions_change_text: "When the rate changes during a run, the three paths part. The \
             book’s velocity is made of moves at the old rate, and for a while it goes on as fast \
             as before. In PyTorch’s form and in the average the velocity is a sum or a mean of \
             gradients, and the new rate acts on all of it at once. This is one reason why \
             frameworks give slightly different results with a learning-rate schedule.",
        conventions_change_on: "Change the rate",
        conventions_change_step: "At step",
        conventions_change_factor: "Times",
        conventions_nesterov: "Nesterov in two editions",
        conventions_nesterov_text: "Nesterov’s method takes the gradient where the velocity is \
             about to lead. The book’s program does the same with the gradient of the present \
             point, by the rewritten rule W ← W + α²v − (1 + α)ηg, in which v has to be the \
             velocity before its update. The program of the Korean edition updates v first, so \
             that the new gradient counts 1 + α + α² times instead of 1 + α: 2.71 instead of 1.9 \
             times for α = 0.9. The original edition’s program was corrected in 2021 and now \
             agrees with PyTorch and Keras.",
        conventions_add: "Let it race",
        conventions_adam: "Adam’s ε",
        conventions_adam_text: "The book’s Adam puts the bias correction into the rate, \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ), and adds ε = 10⁻⁷ to the uncorrected √v. The algorithm of \
             the paper and PyTorch correct v first and then add ε = 10⁻⁸. The book’s ε therefore \
             acts like ε/√(1 − β₂ᵗ) in the paper, 3.2×10⁻⁶ at the first step for β₂ = 0.999. Unless \
             gradients are as small as that, nobody sees the difference. Keras computes as the \
             book does. ε can be changed under “Advanced” in the settings.",
        conventions_book: "the book, Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "exponential average",
        conventions_corrected: "the corrected program (2021), PyTorch, Keras",
        conventions_early: "the Korean edition’s program",
    },
    equivalent: |rate, book| {
        format!("η = {rate} in this form means the rate {book} in the book’s.")
    },
};

/// Japanese.
pub const JA: ConventionsWords = ConventionsWords {
    labels: ConventionsLabels {
        conventions_momentum: "Momentum の三つの式",
        conventions_momentum_text: "本は学習率を速度の中に入れて v ← αv − ηg、W ← W + v と書きます。\
             Keras も同じです。PyTorch は学習率を外に置いて v ← αv + g、W ← W − ηv と書き、速度を勾配の\
             指数移動平均 v ← αv + (1 − α)g とする教科書もあります。学習率が一定なら、三つの式は同じ経路を\
             描きます。ただし平均の式では勾配が 1 − α 倍で入るので、学習率を 1/(1 − α) 倍にしないと本と\
             同じ経路になりません。α = 0.9 なら10倍です。",
        conventions_form: "Momentum の式",
        conventions_table: "本と同じ経路になる学習率と、表示中のステップの位置と損失",
        conventions_equation: "式",
        conventions_rate: "学習率 η",
        conventions_place: "位置 (x, y)",
        conventions_keep: "式を変えるとき学習率も変えて経路を保つ",
        conventions_change: "途中で学習率を変える",
        conventions_change_text: "実行の途中で学習率を変えると、三つの式の経路は分かれます。本の速度には\
             前の学習率で作られた移動がたまっているので、しばらくはその速さで進みます。PyTorch の式と平均の\
             式では速度が勾配の和や平均なので、新しい学習率がたまった速度の全体にすぐ効きます。学習率を\
             下げながら学習するとき、フレームワークによって結果が少しずつ違う理由の一つです。",
        conventions_change_on: "学習率を変える",
        conventions_change_step: "変えるステップ",
        conventions_change_factor: "何倍に",
        conventions_nesterov: "二つの版の Nesterov",
        conventions_nesterov_text: "Nesterov は、速度の分だけ先に進んだ場所の勾配を使う方法です。本の\
             プログラムは、今の場所の勾配だけで同じことをするように書き直した式 \
             W ← W + α²v − (1 + α)ηg を計算します。ここでは更新する前の v を使わなければなりません。韓国語版の\
             リポジトリのプログラムは v を先に更新してから使うので、新しい勾配が 1 + α 倍ではなく \
             1 + α + α² 倍で入ります。α = 0.9 なら1.9倍の代わりに2.71倍です。原書のリポジトリは2021年に\
             修正され、修正後の式は PyTorch、Keras と同じです。",
        conventions_add: "レースに加える",
        conventions_adam: "Adam の ε",
        conventions_adam_text: "本の Adam はバイアス補正を学習率に入れて \
             ηₜ = η√(1 − β₂ᵗ)/(1 − β₁ᵗ) とし、補正しない √v に ε = 10⁻⁷ を足します。論文のアルゴリズムと \
             PyTorch は v を先に補正してから ε = 10⁻⁸ を足します。そのため本の ε は論文の式では \
             ε/√(1 − β₂ᵗ) にあたり、β₂ = 0.999 の最初のステップでは 3.2×10⁻⁶ になります。勾配がそれほど\
             小さくなければ、違いは目に見えません。Keras は本と同じ式です。ε は設定の「詳細」で\
             変えられます。",
        conventions_book: "本、Keras",
        conventions_pytorch: "PyTorch",
        conventions_average: "指数移動平均",
        conventions_corrected: "修正後のプログラム（2021年）、PyTorch、Keras",
        conventions_early: "韓国語版リポジトリのプログラム",
    },
    equivalent: |rate, book| {
        format!("この式の η = {rate} は、本の学習率では {book} にあたります。")
    },
};
