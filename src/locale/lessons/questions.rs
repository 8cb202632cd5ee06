//! Questions and answers on section 6.1. The numbers in the answers are those of the
//! state that the question sets up; `tests/native/lecture.rs` compares them.

/// A question with its answer.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// What is asked.
    pub question: &'static str,
    /// What can be answered.
    pub answer: &'static str,
}

/// The questions in one language.
#[derive(Clone, Copy, Debug)]
pub struct Questions {
    /// Words around them.
    pub labels: QuestionLabels,
    /// The questions, in the order of their setups.
    pub items: [Question; 10],
}

labels! {
    /// Words around the questions.
    QuestionLabels:
    /// What to do here.
    questions_hint,
    /// Opens an answer.
    questions_answer,
    /// The link that sets the figure up.
    questions_show,
}

/// Korean.
pub(super) const KO: Questions = Questions {
    labels: QuestionLabels {
        questions_hint: "먼저 스스로 답해 본 다음 답을 펼쳐 보세요.",
        questions_answer: "답 보기",
        questions_show: "그림에서 확인하기",
    },
    items: [
        Question {
            question: "학습은 무엇을 찾는 일인가요?",
            answer: "손실 함수의 값을 가능한 한 작게 만드는 매개변수의 값을 찾는 일이며, 이를 최적화라고 합니다. \
                     여기서는 매개변수가 x와 y 둘뿐이라 손실을 등고선으로 그릴 수 있습니다. 실제 신경망에는 매개변수가 \
                     수만 개나 있어 그런 지도가 없습니다. 계산할 수 있는 것은 지금 서 있는 곳의 기울기뿐입니다.",
        },
        Question {
            question: "기울기의 반대 방향으로 가면 곧장 최솟값에 닿나요?",
            answer: "아닙니다. 시작점 (−7, 2)에서 보면 최솟값은 (7, −2) 방향에 있습니다. 그런데 기울기의 반대 방향은 \
                     (0.7, −4)입니다. 기울기는 그 자리에서 손실이 가장 빨리 커지는 방향을 알려 줄 뿐, 최솟값이 어디인지는 \
                     알려 주지 않습니다. 경로는 등고선과 수직으로 출발하므로 길쭉한 골짜기에서는 거의 y 방향으로만 움직입니다.",
        },
        Question {
            question: "SGD는 어떤 함수에서 비효율적인가요?",
            answer: "방향에 따라 가파른 정도가 크게 다른 비등방성 함수에서 그렇습니다. x²/20 + y²는 y 방향이 x 방향보다 20배 \
                     더 굽어 있습니다. 학습률이 0.95이면 스텝마다 y에는 −0.9가 곱해져 골짜기를 이쪽저쪽으로 건너다니고, x에는 \
                     0.905가 곱해져 조금씩만 나아갑니다. 30스텝 뒤의 손실은 0.01333입니다.",
        },
        Question {
            question: "학습률을 낮추면 지그재그가 해결되나요?",
            answer: "학습률이 0.5이면 y는 한 스텝 만에 0이 되어 진동이 사라집니다. 하지만 x에는 0.95만 곱해지므로 30스텝 뒤에도 \
                     −1.502에 있고, 손실은 0.1129로 학습률이 0.95일 때의 0.01333보다 큽니다. 반대로 학습률이 1을 넘으면 y가 \
                     스텝마다 커져 발산합니다. 하나의 학습률로는 가파른 방향과 완만한 방향을 모두 만족시킬 수 없습니다.",
        },
        Question {
            question: "힘이 없는 곳에서 αv는 무엇을 하나요?",
            answer: "속도를 스텝마다 α배로 줄입니다. 구르는 공이 받는 마찰이나 공기 저항과 같습니다. 그림의 손실은 x = −3까지 \
                     비탈이고 그 뒤로는 평평해서 기울기가 0입니다. SGD는 −2.9에서 멈추지만, 모멘텀(Momentum)은 쌓인 속도로 점점 느려지며 \
                     나아가 60스텝 뒤에는 2.97에 있습니다. α = 0.9일 때 속도 v로 들어온 공은 모두 9v만큼 더 갑니다.",
        },
        Question {
            question: "모멘텀은 왜 x 방향으로 빨라지나요?",
            answer: "x 방향의 힘은 작지만 늘 같은 쪽을 향하므로 속도가 쌓입니다. y 방향의 힘은 크지만 골짜기를 건널 때마다 방향이 \
                     바뀌어 서로 지워집니다. 학습률이 똑같이 0.1일 때 30스텝 뒤의 x는 SGD가 −5.178, 모멘텀이 0.8964입니다. \
                     최솟값을 지나친 것은 그곳의 기울기가 0이어도 속도는 남아 있기 때문입니다.",
        },
        Question {
            question: "AdaGrad의 걸음은 왜 점점 짧아지나요?",
            answer: "지금까지의 기울기 제곱을 h에 모두 더하고, 학습률을 √h로 나누기 때문입니다. h는 줄어들지 않으므로 걸음은 \
                     길어질 수 없습니다. 첫 스텝에는 x와 y 모두 꼭 η만큼 움직입니다. 학습률이 0.1이면 300스텝 뒤에도 x는 \
                     −4.004입니다. 오래된 기울기를 잊는 RMSProp은 같은 학습률로 그 사이에 수렴합니다.",
        },
        Question {
            question: "Adam은 무엇과 무엇을 합친 것인가요?",
            answer: "모멘텀처럼 기울기의 이동 평균 m으로 움직이고, AdaGrad와 RMSProp처럼 좌표마다 기울기 제곱의 이동 평균 v로 \
                     걸음을 조절합니다. 두 평균은 0에서 시작하므로 처음에는 그만큼 키워 줍니다(편향 보정). 그래서 첫 스텝은 기울기의 \
                     크기와 상관없이 좌표마다 거의 η입니다. 학습률이 0.3이면 (−7, 2)에서 (−6.7, 1.7)로 갑니다.",
        },
        Question {
            question: "Adam이 언제나 가장 좋은가요?",
            answer: "아닙니다. 이 함수에서 30스텝 뒤의 손실은 AdaGrad 0.0007219, SGD 0.01333, 모멘텀 0.04794, Adam 0.1022입니다. \
                     Adam이 가장 큽니다. 순위는 손실 함수와 학습률, 스텝 수에 따라 달라지므로 한 그림만 보고 고를 수 없습니다. \
                     손실 함수를 바꾸어 다시 비교해 보세요.",
        },
        Question {
            question: "기울기가 0이면 최솟값에 도착한 것인가요?",
            answer: "그렇지 않습니다. 안장점은 한 방향으로는 가장 낮고 다른 방향으로는 가장 높은 곳이지만 기울기가 0입니다. 시작점의 \
                     y가 정확히 0이면 y 방향의 기울기도 줄곧 0이라 네 기법 모두 안장점을 벗어나지 못합니다. 시작점을 위나 아래로 \
                     조금만 끌어 보세요. 누가 먼저 빠져나오나요?",
        },
    ],
};

/// English.
pub(super) const EN: Questions = Questions {
    labels: QuestionLabels {
        questions_hint: "Answer for yourself first, then open the answer.",
        questions_answer: "Answer",
        questions_show: "See it on the figure",
    },
    items: [
        Question {
            question: "What is training a search for?",
            answer: "For values of the parameters that make the loss function as small as possible. That is optimization. \
                     Here there are two parameters, x and y, so the loss can be drawn as contour lines. A real network has \
                     tens of thousands and there is no such map: all that can be computed is the gradient where you stand.",
        },
        Question {
            question: "Does the way against the gradient lead straight to the minimum?",
            answer: "No. Seen from the start (−7, 2) the minimum lies in the direction (7, −2), but against the gradient \
                     means (0.7, −4). The gradient tells where the loss grows fastest on the spot, not where the minimum is. \
                     A path sets out at right angles to the contour lines, in a long valley almost only along y.",
        },
        Question {
            question: "On which functions is SGD inefficient?",
            answer: "On anisotropic ones, which are much steeper in one direction than in another. x²/20 + y² is curved 20 \
                     times as much along y as along x. At the learning rate 0.95 each step multiplies y by −0.9, so the \
                     point crosses the valley again and again, and x by 0.905, so it hardly gets along. After 30 steps the \
                     loss is 0.01333.",
        },
        Question {
            question: "Does a lower learning rate cure the zig-zag?",
            answer: "At 0.5 a single step brings y to 0 and the oscillation is gone. But x is multiplied by only 0.95: after \
                     30 steps it is at −1.502, and the loss, 0.1129, is larger than the 0.01333 of the rate 0.95. \
                     Above 1, on the other hand, y grows with each step and the run diverges. No single rate suits the steep \
                     and the gentle direction at once.",
        },
        Question {
            question: "What does αv do where there is no force?",
            answer: "It reduces the velocity to α times its size in each step, like the friction or the drag of the air on \
                     a rolling ball. The loss in the figure is a slope as far as x = −3 and level from there on, with gradient \
                     0. SGD stops at −2.9. Momentum goes on with the velocity it has gathered, slower and slower, and \
                     stands at 2.97 after 60 steps. With α = 0.9 a ball that enters with velocity v rolls 9v further.",
        },
        Question {
            question: "Why does Momentum speed up along x?",
            answer: "The force along x is small but always points the same way, so velocity builds up. The force along y is \
                     large but turns round with every crossing of the valley and cancels out. At the same learning rate of \
                     0.1, x after 30 steps is −5.178 for SGD and 0.8964 for Momentum. It has passed the minimum because \
                     velocity is left even where the gradient is 0.",
        },
        Question {
            question: "Why do AdaGrad’s steps get shorter?",
            answer: "Because it adds the squares of all gradients so far to h and divides the learning rate by √h. As h never \
                     falls, the rate never recovers. In the first step x and y move by exactly η. At the rate 0.1 x is \
                     still at −4.004 after 300 steps; RMSProp, which forgets old gradients, converges in that time at the \
                     same rate.",
        },
        Question {
            question: "What does Adam combine?",
            answer: "Like Momentum it moves by a moving average of gradients, m; like AdaGrad and RMSProp it scales each \
                     coordinate by a moving average of squared gradients, v. Both start at 0 and are enlarged accordingly at \
                     first (bias correction). So the first step is almost η in each coordinate, however large the gradient: \
                     at the rate 0.3 it leads from (−7, 2) to (−6.7, 1.7).",
        },
        Question {
            question: "Is Adam always the best?",
            answer: "No. After 30 steps on this function the losses are AdaGrad 0.0007219, SGD 0.01333, Momentum 0.04794, \
                     Adam 0.1022: Adam’s is the highest. The order changes with the loss function, the learning rates and \
                     the number of steps, so one picture is no ground for a choice. Change the loss function and compare \
                     again.",
        },
        Question {
            question: "Does a gradient of 0 mean that the minimum is reached?",
            answer: "No. A saddle point is lowest in one direction and highest in another, and its gradient is 0. If the start \
                     has y exactly 0, the gradient along y stays 0 too and none of the four ever leaves. Drag the start up or \
                     down by a little. Who gets away first?",
        },
    ],
};

/// Japanese.
pub(super) const JA: Questions = Questions {
    labels: QuestionLabels {
        questions_hint: "まず自分で答えてから、答えを開いてみましょう。",
        questions_answer: "答えを見る",
        questions_show: "図で確かめる",
    },
    items: [
        Question {
            question: "学習とは何を探すことでしょうか。",
            answer: "損失関数の値をできるだけ小さくするパラメータの値を探すことで、これを最適化と呼びます。ここではパラメータが x と y \
                     の二つだけなので、損失を等高線で描けます。実際のニューラルネットワークには何万ものパラメータがあり、そのような地図は\
                     ありません。計算できるのは、いまいる場所の勾配だけです。",
        },
        Question {
            question: "勾配と逆の方向に進めば、まっすぐ最小値に着くでしょうか。",
            answer: "いいえ。開始点 (−7, 2) から見た最小値は (7, −2) の方向にありますが、勾配と逆の方向は (0.7, −4) です。\
                     勾配が教えるのは、その場で損失が最も速く増える方向であって、最小値の場所ではありません。経路は等高線と直角に出発する\
                     ので、細長い谷ではほとんど y 方向にしか動きません。",
        },
        Question {
            question: "SGD はどのような関数で非効率になりますか。",
            answer: "方向によって傾きの大きさが大きく違う、等方的でない関数です。x²/20 + y² は y 方向に x 方向の 20 倍も曲がっています。\
                     学習率 0.95 では、1 ステップごとに y は −0.9 倍されて谷を行ったり来たりし、x は 0.905 倍にしかならないので少しずつしか\
                     進みません。30 ステップ後の損失は 0.01333 です。",
        },
        Question {
            question: "学習率を下げればジグザグは解決しますか。",
            answer: "0.5 にすると y は 1 ステップで 0 になり、振動は消えます。しかし x は 0.95 倍にしかならないので、30 ステップ後も \
                     −1.502 にあり、損失は 0.1129 と、学習率 0.95 のときの 0.01333 より大きくなります。逆に 1 を超えると y はステップごとに\
                     大きくなり、発散します。一つの学習率で、急な方向と緩やかな方向の両方に合わせることはできません。",
        },
        Question {
            question: "力が働かないとき、αv は何をするでしょうか。",
            answer: "速度をステップごとに α 倍に減らします。転がるボールが受ける摩擦や空気抵抗にあたります。図の損失は x = −3 までが坂で、\
                     その先は平らなので勾配は 0 です。SGD は −2.9 で止まりますが、Momentum はたまった速度でだんだん遅くなりながら進み、\
                     60 ステップ後には 2.97 にいます。α = 0.9 なら、速度 v で入ったボールは合わせて 9v だけ先へ進みます。",
        },
        Question {
            question: "Momentum はなぜ x 方向に速くなるのでしょうか。",
            answer: "x 方向の力は小さくてもいつも同じ向きなので、速度がたまります。y 方向の力は大きくても、谷を渡るたびに向きが変わって\
                     打ち消し合います。同じ学習率 0.1 で 30 ステップ後の x は、SGD が −5.178、Momentum が 0.8964 です。最小値を通り過ぎた\
                     のは、勾配が 0 の所でも速度が残っているからです。",
        },
        Question {
            question: "AdaGrad の歩幅はなぜだんだん小さくなるのでしょうか。",
            answer: "これまでの勾配の二乗をすべて h に足し、学習率を √h で割るからです。h は減ることがないので、歩幅は戻りません。\
                     最初のステップでは x も y もちょうど η だけ動きます。学習率 0.1 では、300 ステップ後も x は −4.004 です。\
                     古い勾配を忘れる RMSProp は、同じ学習率でその間に収束します。",
        },
        Question {
            question: "Adam は何と何を合わせたものでしょうか。",
            answer: "Momentum のように勾配の移動平均 m で動き、AdaGrad や RMSProp のように座標ごとの勾配の二乗の移動平均 v で歩幅を調整\
                     します。二つの平均は 0 から始まるので、はじめはその分だけ大きくします（バイアス補正）。そのため最初のステップは、勾配の\
                     大きさによらず座標ごとにほぼ η です。学習率 0.3 なら (−7, 2) から (−6.7, 1.7) へ進みます。",
        },
        Question {
            question: "Adam はいつでも一番よいのでしょうか。",
            answer: "いいえ。この関数で 30 ステップ後の損失は、AdaGrad 0.0007219、SGD 0.01333、Momentum 0.04794、Adam 0.1022 です。\
                     Adam が最も大きいのです。順位は損失関数、学習率、ステップ数によって変わるので、一つの図だけでは選べません。損失関数を\
                     変えて、もう一度比べてみましょう。",
        },
        Question {
            question: "勾配が 0 なら、最小値に着いたことになりますか。",
            answer: "なりません。鞍点は、ある方向では最も低く、別の方向では最も高い場所ですが、勾配は 0 です。開始点の y がちょうど 0 だと、\
                     y 方向の勾配もずっと 0 なので、四つの手法はどれも鞍点から抜け出せません。開始点を少しだけ上か下に動かしてみましょう。\
                     最初に抜け出すのはどれでしょうか。",
        },
    ],
};
