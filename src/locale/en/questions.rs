//! Questions and answers, in English.

use crate::lessons::questions::words::{Question, QuestionLabels, QuestionsWords};

/// The title.
pub const TITLE: &str = "Review questions";

/// The words.
pub const WORDS: QuestionsWords = QuestionsWords {
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
            answer: "No. Seen from the start (−7, 2) the minimum lies in the direction (7, −2), but the negative gradient points along (0.7, −4). The gradient tells in which direction the loss grows fastest, not where the minimum is. \
                     A path sets out at right angles to the contour lines, in a long valley almost only along y.",
        },
        Question {
            question: "On which functions is SGD inefficient?",
            answer: "On anisotropic ones, which are much steeper in one direction than in another. x²/20 + y² is curved 20 \
                     times as much along y as along x. At the learning rate 0.95 each step multiplies y by −0.9, so the \
                     point crosses the valley again and again, and x by 0.905, so it hardly advances. After 30 steps the \
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
            answer: "It reduces the velocity to α times its size in each step, like the friction or the air resistance on a rolling ball. The loss in the figure is a slope as far as x = −3 and level from there on, with gradient \
                     0. SGD stops at −2.9. Momentum goes on with the velocity it has gathered, slower and slower, and is at 2.97 after 60 steps. With α = 0.9 a ball that enters with velocity v rolls 9v further.",
        },
        Question {
            question: "Why does Momentum speed up along x?",
            answer: "The force along x is small but always points the same way, so velocity builds up. The force along y is \
                     large but reverses at every crossing of the valley and cancels out. At the same learning rate of \
                     0.1, x after 30 steps is −5.178 for SGD and 0.8964 for Momentum. It has passed the minimum because \
                     velocity is left even where the gradient is 0.",
        },
        Question {
            question: "Why do AdaGrad’s steps get shorter?",
            answer: "Because it adds the squares of all gradients so far to h and divides the learning rate by √h. As h never \
                     falls, the rate never recovers. In the first step x and y move by exactly η. At the rate 0.1 x is \
                     still at −4.004 after 300 steps; RMSProp, in which old gradients fade, converges in that time at the \
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
                     the number of steps, so one figure is no reason to choose one. Change the loss function and compare \
                     again.",
        },
        Question {
            question: "Does a gradient of 0 mean that the minimum is reached?",
            answer: "No. A saddle point is lowest in one direction and highest in another, and its gradient is 0. If the start \
                     has y exactly 0, the gradient along y stays 0 too and none of the four ever leaves. Drag the start up or \
                     down by a little. Which one leaves it first?",
        },
    ],
};
