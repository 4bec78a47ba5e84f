//! Adding a person, or changing one's fields.

use leptos::prelude::*;

use super::{Draft, Refused, day_slot};
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::team::team_choices;
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, ButtonKind, Choice, DateField, Dialog, SelectField, TextField};

/// A person as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct PersonForm {
    id: PersonId,
    person: Person,
}

impl PersonForm {
    /// A new person.
    pub(super) fn blank(app: App) -> PersonForm {
        PersonForm { id: app.draw_id().into(), person: Person::default() }
    }

    /// A person as it is now.
    pub(super) fn of(app: App, id: PersonId) -> Option<PersonForm> {
        app.peek(|it| it.people.get(id).cloned()).map(|person| PersonForm { id, person })
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
        let PersonForm { id, mut person } = draft.get_untracked();
        person.name = person.name.trim().to_owned();
        form.settle(app.give(Command::SavePerson(id, Box::new(person))));
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || form.close() />
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().save()
                on_press=save
                attr:data-testid="person-save"
            />
        }
    };
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <div class="form" data-testid="person-form">
                <PersonFields lang form />
                <Refused lang refusal=form.refusal() />
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
