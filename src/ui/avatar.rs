//! Who it is, in two letters.

use leptos::prelude::*;

/// The initials of a person in a circle, with the whole name for screen readers and as a tip.
#[component]
pub fn Avatar(
    /// The person's name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="avatar" role="img" aria-label=name title=name>
            {move || initials(&name.read())}
        </span>
    }
}

/// Two letters for a name: the last two characters of a Chinese name (the family name stands
/// first and is shared by many), else the first letters of the first and the last word.
pub fn initials(name: &str) -> String {
    let name = name.trim();
    if name.chars().any(is_han) {
        let han: Vec<char> = name.chars().filter(|letter| is_han(*letter)).collect();
        return han[han.len().saturating_sub(2)..].iter().collect();
    }
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// Whether a character is a Chinese ideograph.
const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expect: &str) {
        assert_eq!(initials(name), expect, "{name}");
    }

    #[test]
    fn a_chinese_name_gives_its_last_two_characters() {
        check("王小明", "小明");
        check("李娜", "李娜");
        check("欧阳震华", "震华");
        check("李 娜", "李娜");
    }

    #[test]
    fn a_latin_name_gives_its_first_letters() {
        check("Maria da Silva", "MS");
        check("zoë", "Z");
    }

    #[test]
    fn no_name_gives_nothing() {
        check("  ", "");
    }
}
