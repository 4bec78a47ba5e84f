//! Where a change of somebody's pay comes from, by the lines of the two statements: together the
//! causes are the change.

use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::{Kind, Plan};
use crate::domain::id::LeadId;
use crate::i18n::Lang;
use crate::present::pay::statement::line;

/// What makes a difference, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is.
    pub words: String,
    /// What it brings or takes.
    pub amount: String,
}

/// On whose account a line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Account {
    /// Of a deal that is ticked, at a rate.
    Ticked(Kind, String),
    /// Of a deal that was won anyway: a step that holds for all deals, a catch-up.
    Earlier(Kind),
    /// Of no deal.
    Whole(Kind),
}

impl Account {
    fn of(lang: Lang, plan: &Plan, kept: &KeptLine, ticked: &[LeadId]) -> Account {
        match kept.lead {
            Some(lead) if ticked.contains(&lead) => {
                Account::Ticked(kept.kind, line(lang, plan, kept).rate)
            }
            Some(_) => Account::Earlier(kept.kind),
            None => Account::Whole(kept.kind),
        }
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Account::Ticked(kind, rate) if rate.is_empty() => {
                lang.what_if_ticked(lang.pay_kind(*kind))
            }
            Account::Ticked(kind, rate) => lang.what_if_ticked_at(lang.pay_kind(*kind), rate),
            Account::Earlier(kind) => lang.what_if_earlier(lang.pay_kind(*kind)),
            Account::Whole(kind) => lang.pay_kind(*kind).to_owned(),
        }
    }
}

/// What changes between the lines of now and then, in the order in which the statement tells it;
/// `change` says an amount as more or less.
pub(super) fn causes(
    (lang, plan): (Lang, &Plan),
    [now, then]: [&[KeptLine]; 2],
    ticked: &[LeadId],
    change: impl Fn(i64) -> String,
) -> Vec<Cause> {
    let mut accounts: Vec<(Account, i64)> = Vec::new();
    let signed = then.iter().map(|it| (it, 1)).chain(now.iter().map(|it| (it, -1)));
    for (line, sign) in signed {
        let of = Account::of(lang, plan, line, ticked);
        match accounts.iter_mut().find(|(account, _)| *account == of) {
            Some((_, sum)) => *sum += sign * line.amount,
            None => accounts.push((of, sign * line.amount)),
        }
    }
    let told = accounts.into_iter().filter(|(_, sum)| *sum != 0);
    told.map(|(account, sum)| Cause { words: account.words(lang), amount: change(sum) }).collect()
}
