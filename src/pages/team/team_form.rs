//! Adding a team, renaming it, deleting it.

use leptos::prelude::*;

use super::Draft;
use crate::domain::command::Command;
use crate::domain::id::TeamId;
use crate::domain::people::Team;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, ButtonKind, Dialog, FormActions, Icon, TextField};

/// A team as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct TeamForm {
    id: TeamId,
    team: Team,
}

impl TeamForm {
    /// A new team.
    pub(super) fn blank(app: App) -> TeamForm {
        TeamForm { id: app.draw_id().into(), team: Team::default() }
    }

    /// A team as it is now.
    pub(super) fn of(app: App, id: TeamId) -> Option<TeamForm> {
        app.peek(|it| it.teams.get(id).cloned()).map(|team| TeamForm { id, team })
    }
}

/// The dialog with a team's fields; open while there is a form.
#[component]
pub(super) fn TeamDialog(form: Draft<TeamForm>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.draft;
    let known = Memo::new(move |_| app.view(&[Table::Teams], |it| it.teams.has(draft.read().id)));
    let people = move || {
        let id = draft.read().id;
        app.view(&[Table::People], |it| it.people.values().filter(|it| it.team == Some(id)).count())
    };
    let save = move || {
        let TeamForm { id, mut team } = draft.get_untracked();
        team.name = team.name.trim().to_owned();
        form.settle(app.give(Command::SaveTeam(id, team)));
    };
    let delete = move || {
        form.close();
        app.act(Command::DeleteTeam(draft.get_untracked().id));
    };
    let title =
        move || if known.get() { lang.get().team_edit_team() } else { lang.get().team_new() };
    let actions = move || {
        view! {
            <Show when=move || known.get()>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().team_delete()
                    on_press=delete
                    attr:data-testid="team-delete"
                />
            </Show>
            <FormActions name="team-save" on_cancel=move || form.close() on_save=save />
        }
    };
    let (name, set_name) = form.text(|draft| &mut draft.team.name);
    let (manager, set_manager) = form.text(|draft| &mut draft.team.manager);
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <div class="form" data-testid="team-form">
                <TextField label=move || lang.get().team_name() value=name on_input=set_name on_enter=save attr:data-testid="team-name" />
                <TextField label=move || lang.get().team_manager() value=manager on_input=set_manager on_enter=save attr:data-testid="team-manager" />
                <Show when=move || known.get() && people() != 0>
                    <p class="field__hint">{move || lang.get().team_delete_people(people())}</p>
                </Show>
                <Refused refusal=form.refusal() />
            </div>
        </Dialog>
    }
}
