//! What a catalogue usually begins with.

use crate::domain::money::{Currency, Money};
use crate::domain::reward::{RewardItem, USUAL_REWARDS};
use crate::i18n::Lang;

/// The usual rewards, worth something in a currency.
pub fn usual_rewards(lang: Lang, currency: Currency) -> Vec<RewardItem> {
    let item = |(name, (kind, points, worth)): (&str, (_, i64, i64))| RewardItem {
        name: name.to_owned(),
        kind: Some(kind),
        points,
        worth: Some(Money::new(worth * currency.scale(), currency)),
        ..RewardItem::default()
    };
    lang.usual_rewards().into_iter().zip(USUAL_REWARDS).map(item).collect()
}
