//! Each layer by itself: the gradient of its input, its laws, its memory.

use descent_widget::math::Rng;
use descent_widget::nn::{
    Activation, ActivationLayer, Affine, BatchNorm, Dropout, MatMul, SoftmaxWithLoss, smooth_curve,
};

const UNITS: usize = 3;
const ROWS: usize = 5;

fn normal(seed: u64, n: usize) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    (0..n).map(|_| rng.normal()).collect()
}

/// The gradient of the input against the central difference of Σ gᵢ yᵢ.
#[track_caller]
fn check(
    n_outputs: usize,
    forward: impl Fn(&[f64]) -> Vec<f64>,
    backward: impl Fn(&[f64], &[f64]) -> Vec<f64>,
) {
    const H: f64 = 1e-5;
    let x = normal(1, ROWS * UNITS);
    let g = normal(2, ROWS * n_outputs);
    let found = backward(&x, &g);
    assert_eq!(found.len(), x.len());
    for (at, found) in found.into_iter().enumerate() {
        let value = |by: f64| -> f64 {
            let mut x = x.clone();
            x[at] += by;
            forward(&x).iter().zip(&g).map(|(y, g)| y * g).sum()
        };
        let slope = (value(H) - value(-H)) / (2.0 * H);
        assert!((found - slope).abs() < 1e-7, "{at}: {found} and {slope}");
    }
}

#[test]
fn an_affine_layer_passes_the_gradient_on() {
    let (w, b) = (normal(3, UNITS * 4), normal(4, 4));
    let forward = |x: &[f64]| {
        let mut layer = Affine::new(UNITS, 4);
        layer.forward(x, &w, &b, &mut MatMul::new());
        layer.output().to_vec()
    };
    check(4, forward, |_, g| {
        let mut layer = Affine::new(UNITS, 4);
        layer.backward_input(g, &w, &mut MatMul::new());
        layer.input_gradient().to_vec()
    });
}

#[test]
fn every_activation_passes_the_gradient_on() {
    for function in Activation::ALL {
        let run = |x: &[f64]| {
            let mut layer = ActivationLayer::new(function);
            layer.forward(x);
            layer
        };
        check(
            UNITS,
            |x| run(x).output().to_vec(),
            |x, g| {
                let mut layer = run(x);
                layer.backward(g);
                layer.input_gradient().to_vec()
            },
        );
    }
}

#[test]
fn dropout_passes_the_gradient_on() {
    let run = |x: &[f64]| {
        let mut rng = Rng::new(5);
        let mut layer = Dropout::new(0.4);
        layer.train(x, &mut || rng.uniform());
        layer
    };
    check(
        UNITS,
        |x| run(x).output().to_vec(),
        |x, g| {
            let mut layer = run(x);
            layer.backward(g);
            layer.input_gradient().to_vec()
        },
    );
}

#[test]
fn batch_normalization_passes_the_gradient_on() {
    let (gamma, beta) = (normal(6, UNITS), normal(7, UNITS));
    let run = |x: &[f64]| {
        let mut layer = BatchNorm::new(UNITS);
        layer.train(x, &gamma, &beta);
        layer
    };
    check(
        UNITS,
        |x| run(x).output().to_vec(),
        |x, g| {
            let mut layer = run(x);
            layer.backward(g, &gamma, &mut [0.0; UNITS], &mut [0.0; UNITS]);
            layer.input_gradient().to_vec()
        },
    );
}

#[test]
fn batch_normalization_gives_mean_0_and_variance_1() {
    let mut layer = BatchNorm::new(UNITS);
    let x: Vec<f64> = normal(8, 50 * UNITS)
        .iter()
        .map(|x| 40.0 * x - 7.0)
        .collect();
    layer.train(&x, &[1.0; UNITS], &[0.0; UNITS]);
    for unit in 0..UNITS {
        let column = layer.output().iter().skip(unit).step_by(UNITS);
        let mean = column.clone().sum::<f64>() / 50.0;
        let variance = column.map(|y| y * y).sum::<f64>() / 50.0;
        assert!(mean.abs() < 1e-12 && (variance - 1.0).abs() < 1e-6);
    }
}

#[test]
fn running_statistics_start_at_zero_and_reach_those_of_the_data() {
    let mut layer = BatchNorm::new(1);
    let x = [2.0, 4.0]; // mean 3, biased variance 1
    layer.train(&x, &[1.0], &[0.0]);
    assert!((layer.running_mean()[0] - 0.3_f64).abs() < 1e-12);
    assert!((layer.running_variance()[0] - 0.1_f64).abs() < 1e-12);
    for _ in 0..300 {
        layer.train(&x, &[1.0], &[0.0]);
    }
    layer.test(&x, &[1.0], &[0.0]);
    let expected = 1.0 / 1.000_001_f64.sqrt();
    assert!((layer.output()[1] - expected).abs() < 1e-9);
}

#[test]
fn the_mean_over_dropout_masks_is_the_test_output() {
    let mut layer = Dropout::new(0.3);
    let mut rng = Rng::new(9);
    let n = 20_000;
    let mut sum = 0.0;
    for _ in 0..n {
        layer.train(&[2.0], &mut || rng.uniform());
        sum += layer.output()[0];
    }
    layer.test(&[2.0]);
    // Four standard errors: 4 · 2 √(0.3 · 0.7 / n).
    assert!((sum / f64::from(n) - layer.output()[0]).abs() < 0.026);
}

#[test]
fn probabilities_do_not_overflow_and_add_up_to_1() {
    let mut head = SoftmaxWithLoss::new(3);
    let loss = head.forward(&[1e4, -1e4, 0.0], &[1]);
    assert!((head.probabilities().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(
        (loss - -(1e-7_f64.ln())).abs() < 1e-9,
        "the loss of one row is bounded"
    );
}

#[test]
fn relu_has_no_slope_at_zero_and_lets_nan_through() {
    assert_eq!(Activation::Relu.slope(Activation::Relu.value(0.0)), 0.0);
    assert!(Activation::Relu.value(f64::NAN).is_nan());
}

#[test]
fn sigmoid_and_tanh_saturate_without_overflow() {
    assert_eq!(Activation::Sigmoid.value(1e4), 1.0);
    assert_eq!(Activation::Sigmoid.value(-1e4), 0.0);
    assert_eq!(Activation::Tanh.value(-1e4_f32), -1.0);
}

#[test]
fn the_smoothed_curve_is_that_of_numpy() {
    // smooth_curve([((37 * k) % 23) / 10 for k in range(15)]) of the book's program.
    let values: Vec<f64> = (0..15).map(|k| f64::from(37 * k % 23) / 10.0).collect();
    let expected = SMOOTHED;
    let found = smooth_curve(&values);
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-12, "{found} and {expected}");
    }
    assert_eq!(found.len(), 15);
    assert!(smooth_curve(&[]).is_empty());
    assert!((smooth_curve(&[1.5, 1.5])[1] - 1.5).abs() < 1e-12);
}

/// Computed with numpy.
const SMOOTHED: [f64; 15] = [
    0.9375812610170845,
    0.9924461241894066,
    0.9650148878921908,
    0.9764784991653275,
    1.026222586974303,
    0.9918898650497514,
    1.0645194576541244,
    1.0354805423458757,
    1.1081101349502485,
    1.0999999999999999,
    1.1390905216034966,
    1.2512822898604465,
    1.2420739323816479,
    1.3020395453449183,
    1.2365609820797203,
];
