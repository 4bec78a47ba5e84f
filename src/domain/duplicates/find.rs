//! The buckets in which records that may be the same meet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::contact::{Phone, domains, mails, phones};
use super::name::{NameForms, forms};
use super::sound::Sound;
use super::{Distinct, DuplicateKind, Reason, Strength};
use crate::domain::arrange;
use crate::domain::contact::Contact;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, RecordId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// Two records that may be the same, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The one with the smaller id.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
    /// How sure it is.
    pub strength: Strength,
}

/// A record that something being entered may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub id: RecordId,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
    /// How sure it is.
    pub strength: Strength,
}

/// What of a record is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Traits {
    name: NameForms,
    /// Of whom it is, not of what it is about.
    sound: Sound,
    phones: Vec<Phone>,
    mails: Vec<String>,
    domains: Vec<String>,
    /// Of a lead, the customer.
    customer: Option<CustomerId>,
    is_lead: bool,
}

/// In buckets with more records than this each is compared with the next few only, so that a
/// thousand records without a real number do not make half a million pairs.
const CROWD: usize = 40;

/// Records in their buckets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    records: Vec<(RecordId, Traits)>,
    buckets: BTreeMap<String, Vec<usize>>,
}

/// Two ids, the smaller first.
pub fn pair_key(a: RecordId, b: RecordId) -> (RecordId, RecordId) {
    (a.min(b), a.max(b))
}

/// The open leads that one being typed may be the same as, surest first: one pass, in which only
/// leads of the same customer, or with somebody to talk to where that is typed, are looked at.
pub fn leads_like(workspace: &Workspace, own: RecordId, lead: &Lead) -> Vec<Hit> {
    let typed = Traits::of_lead(lead);
    let by_contact = !typed.phones.is_empty() || !typed.mails.is_empty();
    let mut hits = Vec::new();
    for (id, other) in workspace.leads.iter() {
        let same_customer = lead.customer.is_some() && lead.customer == other.customer;
        let looked_at = same_customer || by_contact && !other.contacts.is_empty();
        if looked_at && RecordId::from(id) != own && other.outcome(workspace) == Outcome::Open {
            hits.extend(typed.hit(id.into(), &Traits::of_lead(other)));
        }
    }
    surest_first(hits)
}

fn surest_first(mut hits: Vec<Hit>) -> Vec<Hit> {
    arrange::by_key(&mut hits, |it| (it.strength, it.reasons[0], it.id));
    hits
}

impl Candidates {
    /// The records of a kind on the board. Of leads only open ones: a customer may well buy the
    /// same thing twice.
    pub fn of(workspace: &Workspace, kind: DuplicateKind) -> Candidates {
        let mut candidates = Candidates::default();
        match kind {
            DuplicateKind::Customers => {
                let mut people: BTreeMap<CustomerId, Vec<&Contact>> = BTreeMap::new();
                for contact in workspace.contacts.values() {
                    people.entry(contact.customer.unwrap_or_default()).or_default().push(contact);
                }
                for (id, customer) in workspace.customers.iter() {
                    let people = people.get(&id).map(Vec::as_slice).unwrap_or_default();
                    candidates.add(id.into(), Traits::of_customer(&reached_by(customer, people)));
                }
            }
            DuplicateKind::Leads => {
                let open =
                    workspace.leads.iter().filter(|(_, it)| it.outcome(workspace) == Outcome::Open);
                for (id, lead) in open {
                    candidates.add_lead(id.into(), lead);
                }
            }
        }
        candidates
    }

    /// Enters a customer.
    pub fn add_customer(&mut self, id: RecordId, customer: &Customer) {
        self.add(id, Traits::of_customer(customer));
    }

    /// Enters a lead.
    pub fn add_lead(&mut self, id: RecordId, lead: &Lead) {
        self.add(id, Traits::of_lead(lead));
    }

    fn add(&mut self, id: RecordId, traits: Traits) {
        let place = self.records.len();
        for key in traits.keys() {
            self.buckets.entry(key).or_default().push(place);
        }
        self.records.push((id, traits));
    }

    /// The entered records that a customer being typed may be the same as, surest first.
    pub fn like_customer(&self, own: RecordId, customer: &Customer) -> Vec<Hit> {
        self.like(own, &Traits::of_customer(customer))
    }

    /// The entered records that a lead may be the same as, surest first.
    pub fn like_lead(&self, own: RecordId, lead: &Lead) -> Vec<Hit> {
        self.like(own, &Traits::of_lead(lead))
    }

    fn like(&self, own: RecordId, traits: &Traits) -> Vec<Hit> {
        let keys = traits.keys();
        let places = keys.iter().filter_map(|key| self.buckets.get(key));
        let mut places: Vec<usize> = places.flat_map(|it| it.iter().copied().take(CROWD)).collect();
        arrange::naturally(&mut places);
        places.dedup();
        let others = places.into_iter().map(|it| &self.records[it]).filter(|(id, _)| *id != own);
        surest_first(others.filter_map(|(id, other)| traits.hit(*id, other)).collect())
    }

    /// All pairs that may be the same, surest first, but for those said to be distinct.
    pub fn pairs(&self, workspace: &Workspace) -> Vec<Match> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for bucket in self.buckets.values().filter(|it| 1 < it.len()) {
            let reach = if CROWD < bucket.len() { 2 } else { bucket.len() };
            for (place, first) in bucket.iter().enumerate() {
                let others = bucket[place + 1..].iter().take(reach);
                pairs.extend(others.map(|second| (*first, *second)));
            }
        }
        arrange::naturally(&mut pairs);
        pairs.dedup();
        let mut matches: Vec<Match> =
            pairs.into_iter().filter_map(|(a, b)| self.matched(a, b)).collect();
        matches.retain(|it| !workspace.distincts.has(Distinct::id_of(it.first, it.second)));
        arrange::by_key(&mut matches, |it| (it.strength, it.reasons[0], it.first, it.second));
        matches
    }

    fn matched(&self, a: usize, b: usize) -> Option<Match> {
        let ((a, one), (b, other)) = (&self.records[a], &self.records[b]);
        let (reasons, strength) = one.compare(other)?;
        let (first, second) = pair_key(*a, *b);
        Some(Match { first, second, reasons, strength })
    }
}

/// A customer that is reached by what reaches its people, too.
fn reached_by<'a>(customer: &'a Customer, people: &[&Contact]) -> Cow<'a, Customer> {
    if people.is_empty() {
        return Cow::Borrowed(customer);
    }
    let all = |own: &str, theirs: fn(&Contact) -> &str| {
        let theirs = people.iter().map(|it| theirs(it));
        std::iter::once(own).chain(theirs).collect::<Vec<_>>().join("\n")
    };
    let (phone, email) =
        (all(&customer.phone, |it| &it.phone), all(&customer.email, |it| &it.email));
    Cow::Owned(Customer { phone, email, ..customer.clone() })
}

impl Traits {
    fn of_customer(customer: &Customer) -> Traits {
        let mails = mails(&customer.email);
        Traits {
            name: forms(&customer.name),
            sound: Sound::of(&super::folded(&customer.name)),
            phones: phones(&customer.phone),
            domains: domains(&customer.website, &mails),
            mails,
            customer: None,
            is_lead: false,
        }
    }

    fn of_lead(lead: &Lead) -> Traits {
        Traits {
            name: forms(&lead.name),
            sound: Sound::default(),
            phones: phones(&lead.contacts),
            mails: mails(&lead.contacts),
            domains: Vec::new(),
            customer: lead.customer,
            is_lead: true,
        }
    }

    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        match (self.name.core.as_str(), self.is_lead, self.customer) {
            ("", _, _) => {}
            (core, true, Some(customer)) => keys.push(format!("n{customer}{core}")),
            (core, _, _) => keys.push(format!("n{core}")),
        }
        keys.extend(self.sound.keys().map(|it| format!("s{it}")));
        keys.extend(self.phones.iter().map(|it| format!("p{}", it.national)));
        keys.extend(self.mails.iter().map(|it| format!("m{it}")));
        keys.extend(self.domains.iter().map(|it| format!("d{it}")));
        keys
    }

    fn hit(&self, id: RecordId, other: &Traits) -> Option<Hit> {
        let (reasons, strength) = self.compare(other)?;
        Some(Hit { id, reasons, strength })
    }

    /// Why both may be the same, and how sure that is; none where they are not.
    fn compare(&self, other: &Traits) -> Option<(Vec<Reason>, Strength)> {
        let mut reasons = Vec::new();
        let named = !self.name.core.is_empty() && self.customer == other.customer;
        let mut note = |is: bool, reason| {
            if is {
                reasons.push(reason);
            }
        };
        let shares = |a: &[String], b: &[String]| a.iter().any(|it| b.contains(it));
        let same_name = named && self.name.full == other.name.full;
        let same_core = named && self.name.core == other.name.core;
        let is_deal = self.is_lead && self.customer.is_some();
        // One contact of a customer may have several deals under way.
        let by_contact = !is_deal || self.customer != other.customer || same_core;
        let same_mail = by_contact && shares(&self.mails, &other.mails);
        let same_phone =
            by_contact && self.phones.iter().any(|it| other.phones.iter().any(|o| it.fits(o)));
        note(same_name && !is_deal, Reason::SameName);
        note(same_mail, Reason::SameMail);
        note(same_phone, Reason::SamePhone);
        note(same_core && !same_name && !is_deal, Reason::SameCore);
        note(shares(&self.domains, &other.domains), Reason::SameDomain);
        note(same_core && is_deal, Reason::SameDeal);
        note(self.sound.is_like(&other.sound), Reason::SameSound);
        let strength = match (&reasons[..], same_core) {
            ([], _) => return None,
            ([Reason::SameName, ..] | [Reason::SameMail, Reason::SamePhone, ..], _) => {
                Strength::Sure
            }
            ([_, _, ..], true) => Strength::Sure,
            _ => Strength::Likely,
        };
        Some((reasons, strength))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::id::ContactId;

    fn customer(text: &str) -> Customer {
        let mut parts = text.split('|').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (name, phone, email, website) = (next(), next(), next(), next());
        Customer { name, phone, email, website, ..Customer::default() }
    }

    #[track_caller]
    fn check(a: &str, b: &str, expect: Option<(&[Reason], Strength)>) {
        let mut candidates = Candidates::default();
        candidates.add_customer(RecordId(1), &customer(a));
        let hits = candidates.like_customer(RecordId(2), &customer(b));
        let found = hits.first().map(|it| (&it.reasons[..], it.strength));
        assert_eq!(found, expect, "{a} {b}");
    }

    #[test]
    fn a_match_says_why_and_how_sure() {
        use Reason::*;
        use Strength::*;
        check("ABC Co., Ltd.", "abc", Some((&[SameCore], Likely)));
        check("ABC  CORP", "ａｂｃ corp", Some((&[SameName], Sure)));
        check("Li|138 0013 8000", "Wang|+86 13800138000", Some((&[SamePhone], Likely)));
        check("A Ltd||x@abc.com", "A||y@abc.com", Some((&[SameCore, SameDomain], Sure)));
        check("X||x@gmail.com", "Y||X@Gmail.com", Some((&[SameMail], Likely)));
        check("北京|||abc.com.cn", "上海||a@abc.com.cn|", Some((&[SameDomain], Likely)));
        check("华为技术", "Huawei Ltd", Some((&[SameSound], Likely)));
        check("华为|||abc.cn", "Huawei|||abc.cn", Some((&[SameDomain, SameSound], Likely)));
    }

    #[test]
    fn customers_whose_people_share_a_number_are_one() {
        let mut workspace = Workspace::default();
        for (id, name, phone) in [(1, "Huawei", "138 0013 8000"), (2, "华为", "+86 13800138000")]
        {
            let (name, phone) = (name.to_owned(), phone.to_owned());
            let customer = CustomerId::drawn(id);
            put(&mut workspace, customer, &Customer { name, ..Customer::default() });
            let contact = Contact { customer: Some(customer), phone, ..Contact::default() };
            put(&mut workspace, ContactId::drawn(id), &contact);
        }
        let pairs = Candidates::of(&workspace, DuplicateKind::Customers).pairs(&workspace);
        let reasons = [Reason::SamePhone, Reason::SameSound];
        assert_eq!(pairs.iter().map(|it| &*it.reasons).collect::<Vec<_>>(), [reasons]);
    }

    #[test]
    fn other_trades_and_public_hosts_do_not_match() {
        check("ABC Motors", "ABC Foods", None);
        check("X||x@gmail.com", "Y||y@gmail.com", None);
        check("X||a@163.com", "Y||b@163.com", None);
        check("", "", None);
    }

    fn lead(name: &str, customer: u64, contacts: &str) -> Lead {
        let customer = (customer != 0).then(|| CustomerId::drawn(customer));
        let (name, contacts) = (name.to_owned(), contacts.to_owned());
        Lead { name, customer, contacts, ..Lead::default() }
    }

    #[track_caller]
    fn check_leads(a: Lead, b: Lead, expect: Option<Reason>) {
        let mut candidates = Candidates::default();
        candidates.add_lead(RecordId(1), &a);
        let hits = candidates.like(RecordId(2), &Traits::of_lead(&b));
        assert_eq!(hits.first().map(|it| it.reasons[0]), expect);
    }

    #[test]
    fn a_contact_with_two_deals_is_no_duplicate() {
        let (wang, li) = ("王 13800138000", "wang@x.cn");
        check_leads(lead("Servers", 1, wang), lead("servers", 1, ""), Some(Reason::SameDeal));
        check_leads(lead("Servers", 1, wang), lead("Licences", 1, wang), None);
        check_leads(lead("Servers", 1, wang), lead("Licences", 0, wang), Some(Reason::SamePhone));
        check_leads(lead("Servers", 1, li), lead("Servers", 2, ""), None);
        check_leads(lead("", 1, ""), lead("", 1, ""), None);
    }

    #[test]
    fn pairs_among_ten_thousand_are_all_found() {
        let mut candidates = Candidates::default();
        for id in 0..10_000_u64 {
            let form = ["Ltd", "GmbH"][(id % 2) as usize];
            candidates.add_customer(RecordId(id), &customer(&format!("Firm {} {form}|1", id / 2)));
        }
        let pairs = candidates.pairs(&Workspace::default());
        assert_eq!(pairs.len(), 5_000);
        assert!(pairs.iter().all(|it| it.second.0 == it.first.0 + 1));
    }

    proptest! {
        #[test]
        fn likeness_goes_both_ways_and_to_oneself(
            a in "[abAB ]{1,3}( Ltd|有限公司)?\\|[12]{7}\\|[ab]@[ab]\\.cn",
            b in "[abAB ]{1,3}( Ltd|有限公司)?\\|[12]{7}\\|[ab]@[ab]\\.cn",
        ) {
            let (a, b) = (Traits::of_customer(&customer(&a)), Traits::of_customer(&customer(&b)));
            prop_assert_eq!(a.compare(&b), b.compare(&a));
            prop_assert!(a.compare(&a).is_some_and(|(_, strength)| strength == Strength::Sure));
        }
    }
}
