//! One story a file. To add one: a file with `pub fn story() -> Story`, and its name below.

use crate::harness::Story;

/// Declares the story files and the list of their stories.
macro_rules! stories {
    ($($file:ident)+) => {
        $(mod $file;)+

        /// Every story.
        pub fn all() -> Vec<Story> {
            vec![$($file::story()),+]
        }
    };
}

stories! {
    accessible_failure
    accessible_pages
    agenda_changed
    assigned_off_thread
    assumption_switched
    backup_clash
    backup_restored
    blocked_storage
    calls_made
    chosen_language
    claim_runs_out
    clock_set_back
    contest_held
    customer_asked
    customer_by_finger
    deal_lost
    deal_talked_through
    deep_address
    delivery_overloaded
    draft_forbids
    duplicate_at_entry
    duplicates_merged
    faces_in_tabs
    faces_kept
    figures_kept
    figures_open
    files_compared
    first_minute
    follow_ups
    forecast_empty
    forecast_told
    found
    found_by_sound
    full_storage
    goal_hung
    goals_checked
    history_archived
    import_lead_linked
    import_linked
    import_stopped
    import_workbook
    insight_imported
    insight_told
    keys_alone
    ladder_climbed
    leads_assigned
    leads_by_tag
    leads_by_thousands
    leads_drafted
    leads_in_lanes
    leads_in_rows
    leads_selected
    long_log
    loss_reasons
    many_tabs
    meeting_held
    meeting_pages
    minutes_kept
    missing_module
    missing_part
    monday
    newcomer_assigns
    nothing_leaves
    offline
    one_to_one_by_finger
    own_indicator
    parent_company
    person_coached
    pipelines_set_up
    plan_paid
    pool_claimed
    printed
    quotas_by_product
    quotas_by_ways
    pulse_blind
    quotas_of_a_team
    products_on_a_lead
    quotas_fair
    quotas_spread
    raw_restored
    reviews_cycled
    rewards_redeemed
    round_sealed
    screen_awake
    shell_first
    starts_offered
    statement_signed
    stopped_app
    sub_path
    thanks_said
    two_currencies
    update
    way_back
    weekly_by_finger
    weekly_whole
}
