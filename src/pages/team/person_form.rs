//! Adding a person, or changing one's fields.

use leptos::prelude::*;

use super::ability_field::AbilityField;
use super::{Draft, day_slot};
use crate::domain::ability::{Ability, listed};
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::people::{Level, Person};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::team::team_choices;
use crate::runtime::app::{App, use_app};
use crate::ui::{Choice, DateField, Dialog, FormActions, SelectField, TextField};

/// A person as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct PersonForm {
    id: PersonId,
    person: Person,
    capacity: String,
    skills: String,
    languages: String,
    territories: String,
}

impl PersonForm {
    /// A new person.
    pub(super) fn blank(app: App) -> PersonForm {
        PersonForm { id: app.draw_id().into(), ..PersonForm::default() }
    }

    /// A person as it is now.
    pub(super) fn of(app: App, id: PersonId) -> Option<PersonForm> {
        let person = app.peek(|it| it.people.get(id).cloned())?;
        Some(PersonForm {
            id,
            capacity: person.capacity.map(|it| it.to_string()).unwrap_or_default(),
            skills: person.skills.join(", "),
            languages: person.languages.join(", "),
            territories: person.territories.join(", "),
            person,
        })
    }

    /// How many open leads the person can take; an error where what is typed is no number.
    fn capacity(&self) -> Result<Option<i64>, ()> {
        match self.capacity.trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(drop),
        }
    }

    /// The person as filled in.
    fn person(self) -> Result<Person, ()> {
        let capacity = self.capacity()?;
        let [skills, languages, territories] =
            [&self.skills, &self.languages, &self.territories].map(|it| listed(it));
        let name = self.person.name.trim().to_owned();
        Ok(Person { name, capacity, skills, languages, territories, ..self.person })
    }
}

/// The dialog with a person's fields; open while there is a form.
#[component]
pub(super) fn PersonDialog(form: Draft<PersonForm>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.draft;
    let title = move || {
        let known = app.view(&[Table::People], |it| it.people.has(draft.read().id));
        if known { lang.get().person_edit() } else { lang.get().person_new() }
    };
    let save = move || {
        let id = draft.read_untracked().id;
        let Ok(person) = draft.get_untracked().person() else { return };
        form.settle(app.give(Command::SavePerson(id, Box::new(person))));
    };
    let actions = move || {
        view! {
            <FormActions name="person-save" on_cancel=move || form.close() on_save=save />
        }
    };
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <div class="form" data-testid="person-form">
                <PersonFields lang form />
                <Refused refusal=form.refusal() />
            </div>
        </Dialog>
    }
}

#[component]
fn PersonFields(lang: Signal<Lang>, form: Draft<PersonForm>) -> impl IntoView {
    let text = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut PersonForm) -> &mut String,
                     name: &'static str| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <TextField label value on_input attr:data-testid=name /> }
    };
    let (started, set_started) = day_slot(form, |draft| &mut draft.person.started);
    let (left, set_left) = day_slot(form, |draft| &mut draft.person.left);
    view! {
        {text(Lang::person_name, |draft| &mut draft.person.name, "person-name")}
        <TeamField lang form />
        <div class="form__row">
            {text(Lang::person_role, |draft| &mut draft.person.role, "person-role")}
            {text(Lang::person_region, |draft| &mut draft.person.region, "person-region")}
        </div>
        {text(Lang::person_email, |draft| &mut draft.person.email, "person-email")}
        <div class="form__row">
            <DateField label=move || lang.get().person_started() value=started on_change=set_started />
            <DateField label=move || lang.get().person_left() value=left on_change=set_left />
        </div>
        <AbilityFields lang form />
    }
}

/// What assignment looks at.
#[component]
fn AbilityFields(lang: Signal<Lang>, form: Draft<PersonForm>) -> impl IntoView {
    let draft = form.draft;
    let levels = Signal::derive(move || {
        let lang = lang.get();
        let levels = Level::ALL.map(|it| Choice::new(it.to_string(), lang.level(it)));
        std::iter::once(Choice::new("", "–")).chain(levels).collect()
    });
    let level = move || draft.read().person.level.map(|it| it.to_string()).unwrap_or_default();
    let choose = move |text: String| draft.update(|it| it.person.level = text.parse().ok());
    let list = move |ability, slot: fn(&mut PersonForm) -> &mut String, name: &'static str| {
        let (value, on_input) = form.text(slot);
        view! { <AbilityField ability value on_input name /> }
    };
    let (capacity, set_capacity) = form.text(|draft| &mut draft.capacity);
    let not_a_count = move || {
        draft.read().capacity().is_err().then(|| lang.get().catalog_not_a_count().to_owned())
    };
    view! {
        <div class="form__row">
            <SelectField
                label=move || lang.get().person_level()
                choices=levels
                value=Signal::derive(level)
                on_change=choose
                attr:data-testid="person-level"
            />
            <TextField
                label=move || lang.get().person_capacity()
                value=capacity
                on_input=set_capacity
                hint=Signal::derive(move || lang.get().person_capacity_hint().to_owned())
                error=Signal::derive(not_a_count)
                attr:data-testid="person-capacity"
            />
        </div>
        {list(Ability::Products, |draft| &mut draft.skills, "person-skills")}
        <div class="form__row">
            {list(Ability::Languages, |draft| &mut draft.languages, "person-languages")}
            {list(Ability::Territories, |draft| &mut draft.territories, "person-territories")}
        </div>
    }
}

#[component]
fn TeamField(lang: Signal<Lang>, form: Draft<PersonForm>) -> impl IntoView {
    let app = use_app();
    let choices = Signal::derive(move || {
        let teams = app.view(&[Table::Teams], team_choices).into_iter();
        let teams = teams.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(Choice::new("", lang.get().person_no_team())).chain(teams).collect()
    });
    let draft = form.draft;
    let value = move || draft.read().person.team.map(|it| it.to_string()).unwrap_or_default();
    let choose = move |id: String| draft.update(|draft| draft.person.team = id.parse().ok());
    view! {
        <SelectField
            label=move || lang.get().person_team()
            choices
            value=Signal::derive(value)
            on_change=choose
            attr:data-testid="person-team"
        />
    }
}
