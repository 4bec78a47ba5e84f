//! Quantiles of the normal distribution and of Student's.

/// The number that a standard normal variable stays below with a probability between 0 and 1:
/// Wichura's algorithm AS 241 (PPND7, 1988), good to seven digits.
pub fn quantile(probability: f64) -> f64 {
    let centred = probability - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        let above = polynomial(r, &[3.387_132_7, 50.434_27, 159.291_12, 59.109_375]);
        let below = polynomial(r, &[1.0, 17.895_17, 78.757_76, 67.187_56]);
        return centred * above / below;
    }
    let tail = if centred < 0.0 { probability } else { 1.0 - probability };
    let r = (-tail.max(f64::MIN_POSITIVE).ln()).sqrt();
    let value = if r <= 5.0 {
        let above = polynomial(r - 1.6, &[1.423_437_3, 2.756_815_4, 1.306_728_4, 0.170_238_22]);
        above / polynomial(r - 1.6, &[1.0, 0.737_001_64, 0.120_211_32])
    } else {
        let above = polynomial(r - 5.0, &[6.657_905, 3.081_226_4, 0.428_682_95, 0.017_337_203]);
        above / polynomial(r - 5.0, &[1.0, 0.241_978_94, 0.012_258_202])
    };
    if centred < 0.0 { -value } else { value }
}

/// The same for Student's distribution with so many degrees of freedom: the expansion of Cornish
/// and Fisher (Abramowitz and Stegun 26.7.5), within a percent from three degrees on.
pub fn student_quantile(probability: f64, degrees: f64) -> f64 {
    let x = quantile(probability);
    let first = (x.powi(3) + x) / 4.0;
    let second = (5.0 * x.powi(5) + 16.0 * x.powi(3) + 3.0 * x) / 96.0;
    let third = (3.0 * x.powi(7) + 19.0 * x.powi(5) + 17.0 * x.powi(3) - 15.0 * x) / 384.0;
    x + first / degrees + second / degrees.powi(2) + third / degrees.powi(3)
}

fn polynomial(x: f64, factors: &[f64]) -> f64 {
    factors.iter().rev().fold(0.0, |sum, factor| sum * x + factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Tables of Abramowitz and Stegun 26.5 and 26.10: normal and Student quantiles.
    #[test]
    fn quantiles_agree_with_printed_tables() {
        for (probability, expect) in [
            (0.5, 0.0),
            (0.975, 1.959_964),
            (0.05, -1.644_854),
            (0.995, 2.575_829),
            (1e-9, -5.997_807),
        ] {
            assert!((quantile(probability) - expect).abs() < 2e-6, "{probability}");
        }
        for (degrees, expect) in [(5.0, 2.571), (10.0, 2.228), (30.0, 2.042)] {
            assert!((student_quantile(0.975, degrees) / expect - 1.0).abs() < 2e-3, "{degrees}");
        }
    }
}
