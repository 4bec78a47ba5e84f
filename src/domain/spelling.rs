//! How far one spelling is from another.

/// How many signs are to be put in, taken out, changed, or swapped with the next to make one word
/// of another: the restricted Damerau-Levenshtein distance.
pub(super) fn steps_between(own: &[char], theirs: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=theirs.len()).collect()];
    for (i, sign) in own.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in theirs.iter().enumerate() {
            let changed = rows[i][j] + usize::from(sign != other);
            let mut least = changed.min(rows[i][j + 1] + 1).min(row[j] + 1);
            let is_swap =
                0 < i && 0 < j && own[i - 1] == *other && *sign == theirs[j - 1] && sign != other;
            if is_swap {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[own.len()][theirs.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_steps(own: &str, theirs: &str, expect: usize) {
        let [own, theirs] = [own, theirs].map(|it| it.chars().collect::<Vec<char>>());
        assert_eq!(steps_between(&own, &theirs), expect);
        assert_eq!(steps_between(&theirs, &own), expect);
    }

    /// The examples of Levenshtein's and of the optimal string alignment distance in Wikipedia.
    #[test]
    fn steps_are_those_of_the_literature() {
        check_steps("kitten", "sitting", 3);
        check_steps("saturday", "sunday", 3);
        check_steps("ca", "abc", 3);
        check_steps("uninformed", "uniformed", 1);
        check_steps("ab", "ba", 1);
        check_steps("", "abc", 3);
    }
}
