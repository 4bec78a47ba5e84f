//! A grid of parts: how strong the colour of each is.

/// A row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// What it is about.
    pub name: String,
    /// Of how many.
    pub note: String,
    /// Its cells: the words, and the part, 0 to 1.
    pub cells: Vec<(String, f64)>,
}

/// How many strengths there are beside none.
const LEVELS: f64 = 6.0;

/// How strong the colour of a part is, 0 to 6; the largest of the grid is the strongest.
pub fn heat_level(part: f64, largest: f64) -> u8 {
    if part <= 0.0 || largest <= 0.0 {
        return 0;
    }
    (part / largest * LEVELS).ceil().min(LEVELS) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_part_is_the_strongest_and_nothing_has_no_colour() {
        let found = [0.0, 0.01, 0.25, 0.5].map(|it| heat_level(it, 0.5));
        assert_eq!((found, heat_level(0.0, 0.0)), ([0, 1, 3, 6], 0));
    }
}
