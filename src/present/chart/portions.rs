//! Wholes in three portions, one a row, all on one axis.

/// What is done, what waits, and what is gone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Portions(pub [f64; 3]);

/// Where each portion begins and how long it is, 0 to 100, row by row; the largest whole fills the
/// axis.
pub fn plot_portions(rows: &[Portions]) -> Vec<[(f64, f64); 3]> {
    let whole = |it: &Portions| it.0.iter().sum::<f64>();
    let most = rows.iter().map(whole).fold(0.0, f64::max);
    let scale = if most == 0.0 { 0.0 } else { 100.0 / most };
    let row = |row: &Portions| {
        let mut start = 0.0;
        row.0.map(|portion| {
            let shape = (start, portion * scale);
            start += shape.1;
            shape
        })
    };
    rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_follow_each_other_and_the_largest_whole_fills_the_axis() {
        let found = plot_portions(&[Portions([5.0, 3.0, 2.0]), Portions([1.0, 0.0, 4.0])]);
        assert_eq!(found[0], [(0.0, 50.0), (50.0, 30.0), (80.0, 20.0)]);
        assert_eq!(found[1], [(0.0, 10.0), (10.0, 0.0), (10.0, 40.0)]);
    }

    #[test]
    fn nothing_has_no_length() {
        assert_eq!(plot_portions(&[Portions::default()]), [[(0.0, 0.0); 3]]);
    }
}
