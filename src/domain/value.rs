//! What a field of a record can hold in the journal, and how typed fields become it and back.
//!
//! A value that this version cannot make sense of is kept as it is by the journal; the typed
//! record then shows its default.

use super::calendar::Day;
use super::id::*;

/// The stored form of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing: the field is at its default.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number that is not whole; written only by other versions.
    Float(f64),
    /// A text.
    Text(Box<str>),
    /// Several values.
    List(Vec<Value>),
    /// Named values; written only by other versions.
    Map(Vec<(Box<str>, Value)>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<Box<str>>) -> Value {
        Value::Text(text.into())
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A typed field of a record.
pub trait Field: Sized + Default {
    /// The stored form; the default is stored as [`Value::Null`].
    fn to_value(&self) -> Value;

    /// The typed form, or `None` where this version cannot read it.
    fn from_value(value: &Value) -> Option<Self>;
}

impl Field for String {
    fn to_value(&self) -> Value {
        if self.is_empty() { Value::Null } else { Value::text(self.as_str()) }
    }

    fn from_value(value: &Value) -> Option<String> {
        value.as_text().map(str::to_owned)
    }
}

impl Field for bool {
    fn to_value(&self) -> Value {
        if *self { Value::Bool(true) } else { Value::Null }
    }

    fn from_value(value: &Value) -> Option<bool> {
        match value {
            Value::Bool(yes) => Some(*yes),
            _ => None,
        }
    }
}

impl Field for i64 {
    fn to_value(&self) -> Value {
        if *self == 0 { Value::Null } else { Value::Int(*self) }
    }

    fn from_value(value: &Value) -> Option<i64> {
        match value {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }
}

/// A type that is always written as something, so that an option of it can be told from nothing.
pub trait Scalar: Sized {
    /// The stored form; never [`Value::Null`].
    fn to_scalar(&self) -> Value;

    /// The typed form, or `None` where this version cannot read it.
    fn from_scalar(value: &Value) -> Option<Self>;
}

impl<T: Scalar> Field for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Scalar::to_scalar)
    }

    fn from_value(value: &Value) -> Option<Option<T>> {
        T::from_scalar(value).map(Some)
    }
}

impl<T: Scalar> Field for Vec<T> {
    fn to_value(&self) -> Value {
        if self.is_empty() {
            return Value::Null;
        }
        Value::List(self.iter().map(Scalar::to_scalar).collect())
    }

    fn from_value(value: &Value) -> Option<Vec<T>> {
        match value {
            Value::List(values) => values.iter().map(T::from_scalar).collect(),
            _ => None,
        }
    }
}

impl Scalar for i64 {
    fn to_scalar(&self) -> Value {
        Value::Int(*self)
    }

    fn from_scalar(value: &Value) -> Option<i64> {
        <i64 as Field>::from_value(value)
    }
}

/// Stores a type by its text: `Display` out, `FromStr` in.
macro_rules! text_scalar {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::domain::value::Scalar for $name {
            fn to_scalar(&self) -> $crate::domain::value::Value {
                $crate::domain::value::Value::text(self.to_string())
            }

            fn from_scalar(value: &$crate::domain::value::Value) -> Option<$name> {
                value.as_text()?.parse().ok()
            }
        }
    )+};
}
pub(crate) use text_scalar;

text_scalar!(
    String,
    Day,
    RecordId,
    PersonId,
    TeamId,
    CustomerId,
    ProductId,
    PipelineId,
    StageId,
    LeadId,
    ImportId,
    CompetitorId,
    DraftId,
    RoundId,
    ObjectiveId,
    MarketNoteId,
    MeetingId,
    AnnouncementId,
    SurveyId,
    PayPlanId,
    PaySlipId,
    RewardItemId,
    PointEntryId,
    RedemptionId,
    CareerLevelId,
    CareerCriterionId,
);
