//! What each question of the section shows on the figure.

/// How many questions there are.
pub const N_QUESTIONS: usize = 10;

/// The states that the questions set up, in their order. Each begins anew from the
/// defaults, so that the numbers of its answer hold.
pub const SETUPS: [&str; N_QUESTIONS] = [
    "preset=&step=0",
    "preset=&optimizers=sgd:lr=0.1&aspect=equal",
    "preset=&optimizers=sgd:lr=0.95",
    "preset=&optimizers=sgd:lr=0.5 sgd:lr=0.95",
    "preset=&surface=formula&formula=max(-x-3,0)&start=-7 2&steps=60\
     &optimizers=sgd:lr=0.1 momentum:lr=0.1,momentum=0.9",
    "preset=&optimizers=sgd:lr=0.1 momentum:lr=0.1,momentum=0.9",
    "preset=&steps=300&optimizers=adagrad:lr=0.1 rmsprop:lr=0.1",
    "preset=&step=1&optimizers=adam:lr=0.3",
    "preset=&optimizers=sgd momentum adagrad adam",
    "preset=&surface=saddle&start=-1.5 0&steps=60",
];
