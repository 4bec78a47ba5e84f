//! One question of a survey, and one answer to it.

use super::score::Scale;
use crate::domain::value::{Scalar, Value};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// How it is answered.
    pub kind: QuestionKind,
    /// What is asked; empty for the usual words of a scale, which follow the language, as do the
    /// texts of templates: see [`UsualText`](super::UsualText).
    pub text: String,
    /// What can be chosen, where it is a choice; kept like the text.
    pub options: Vec<String>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// By a step of a scale.
    Scale(Scale),
    /// By one of several options.
    Choice,
    /// In the customer's own words.
    Words,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// None was given.
    Skipped,
    /// A step of the scale, or the place of the option from 0.
    Number(i64),
    /// Words.
    Words(String),
}

impl QuestionKind {
    /// Every kind.
    pub const ALL: [QuestionKind; 7] = [
        QuestionKind::Scale(Scale::Csat),
        QuestionKind::Scale(Scale::Nps),
        QuestionKind::Scale(Scale::Ces),
        QuestionKind::Scale(Scale::Rating),
        QuestionKind::Scale(Scale::YesNo),
        QuestionKind::Choice,
        QuestionKind::Words,
    ];

    /// The name in the journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            QuestionKind::Scale(Scale::Nps) => "nps",
            QuestionKind::Scale(Scale::Csat) => "csat",
            QuestionKind::Scale(Scale::Ces) => "ces",
            QuestionKind::Scale(Scale::Rating) => "rating",
            QuestionKind::Scale(Scale::YesNo) => "yes-no",
            QuestionKind::Choice => "choice",
            QuestionKind::Words => "words",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<QuestionKind> {
        QuestionKind::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Whether it has usual words, so that nobody has to write any.
    pub const fn has_usual_words(self) -> bool {
        matches!(self, QuestionKind::Scale(Scale::Nps | Scale::Csat | Scale::Ces))
    }
}

impl Question {
    /// A question with its usual words.
    pub const fn usual(scale: Scale) -> Question {
        Question { kind: QuestionKind::Scale(scale), text: String::new(), options: Vec::new() }
    }

    /// The scale that answers are added up on; none for choices and words.
    pub fn scale(&self) -> Option<Scale> {
        match self.kind {
            QuestionKind::Scale(scale) => Some(scale),
            QuestionKind::Choice | QuestionKind::Words => None,
        }
    }

    /// Whether an answer fits it.
    pub fn takes(&self, answer: &Answer) -> bool {
        match (self.kind, answer) {
            (_, Answer::Skipped) | (QuestionKind::Words, Answer::Words(_)) => true,
            (QuestionKind::Scale(scale), Answer::Number(step)) => scale.holds(*step),
            (QuestionKind::Choice, Answer::Number(place)) => {
                usize::try_from(*place).is_ok_and(|it| it < self.options.len())
            }
            _ => false,
        }
    }

    /// Whether somebody should talk with whoever answers so.
    pub fn is_bad(&self, answer: &Answer) -> bool {
        match (self.kind, answer) {
            (QuestionKind::Scale(scale), Answer::Number(step)) => scale.is_bad(*step),
            _ => false,
        }
    }
}

/// Its kind, its text and its options.
impl Scalar for Question {
    fn to_scalar(&self) -> Value {
        let head = [Value::text(self.kind.as_str()), Value::text(self.text.as_str())];
        let options = self.options.iter().map(|it| Value::text(it.as_str()));
        Value::List(head.into_iter().chain(options).collect())
    }

    fn from_scalar(value: &Value) -> Option<Question> {
        let Value::List(parts) = value else { return None };
        let mut texts = parts.iter().map(|it| it.as_text().map(str::to_owned));
        let kind = QuestionKind::named(&texts.next()??)?;
        let text = texts.next()??;
        Some(Question { kind, text, options: texts.collect::<Option<_>>()? })
    }
}

impl Scalar for Answer {
    fn to_scalar(&self) -> Value {
        match self {
            Answer::Skipped => Value::Bool(false),
            Answer::Number(number) => Value::Int(*number),
            Answer::Words(words) => Value::text(words.as_str()),
        }
    }

    fn from_scalar(value: &Value) -> Option<Answer> {
        match value {
            Value::Bool(false) => Some(Answer::Skipped),
            Value::Int(number) => Some(Answer::Number(*number)),
            value => Some(Answer::Words(value.as_text()?.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_answers_are_read_back() {
        for kind in QuestionKind::ALL {
            let question =
                Question { kind, text: "Why?".to_owned(), options: vec!["A".to_owned()] };
            assert_eq!(Question::from_scalar(&question.to_scalar()), Some(question));
        }
        for answer in [Answer::Skipped, Answer::Number(0), Answer::Words(String::new())] {
            assert_eq!(Answer::from_scalar(&answer.to_scalar()), Some(answer));
        }
    }

    #[track_caller]
    fn check(kind: QuestionKind, answer: Answer, takes: bool, bad: bool) {
        let options = vec!["A".to_owned(), "B".to_owned()];
        let question = Question { kind, text: String::new(), options };
        assert_eq!((question.takes(&answer), question.is_bad(&answer)), (takes, bad));
    }

    #[test]
    fn an_answer_fits_its_question() {
        let csat = QuestionKind::Scale(Scale::Csat);
        check(csat, Answer::Number(2), true, true);
        check(csat, Answer::Number(3), true, false);
        check(csat, Answer::Words("good".to_owned()), false, false);
        check(csat, Answer::Skipped, true, false);
        check(QuestionKind::Choice, Answer::Number(1), true, false);
        check(QuestionKind::Choice, Answer::Number(2), false, false);
        check(QuestionKind::Choice, Answer::Number(-1), false, false);
        check(QuestionKind::Words, Answer::Number(1), false, false);
    }
}
