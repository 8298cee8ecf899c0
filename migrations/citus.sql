-- Spreads a Meervoud database over a Citus cluster: rows of organisations by organisation_id, all of them together, and
-- what every organisation needs to every node. Read server/citus.md first: what this asks, and what does not work then.
-- Run once, as the owner of the tables, on a database that "meervoud migrate" made, before there are rows in it:
--   psql --single-transaction --set ON_ERROR_STOP=1 --file migrations/citus.sql "$DATABASE_URL"
-- A test keeps the lists equal to the schema.

-- The setting that row-level security reads does not travel to the nodes: there, every row would be hidden.
do $$
declare locked record;
begin
  for locked in select relname from pg_class
    where relkind = 'r' and relrowsecurity and relnamespace = current_schema()::regnamespace
  loop
    execute format('drop policy if exists own_organisations on %I', locked.relname);
    execute format('alter table %I no force row level security', locked.relname);
    execute format('alter table %I disable row level security', locked.relname);
  end loop;
end $$;

-- Secrets are found before it is known whose they are, so they are on every node; from there nothing can refer to rows
-- that are spread. They go with their organisation instead.
alter table credential drop constraint credential_respondent_foreign_key;
alter table credential drop constraint credential_round_foreign_key;
alter table credential add constraint credential_organisation_foreign_key
  foreign key (organisation_id) references organisation (id) on delete cascade;

-- Triggers for each row look at tables that are on every node; one for a whole statement cannot be spread.
set citus.enable_unsafe_triggers = on;
drop trigger audit_event_whole on audit_event;

-- What every organisation needs, or what is read before it is known which one it is about.
select create_reference_table('attempt');
select create_reference_table('audit_door');
select create_reference_table('erasure');
select create_reference_table('instrument_version');
select create_reference_table('organisation');
select create_reference_table('region');
select create_reference_table('reminder_day');
select create_reference_table('system_event');
select create_reference_table('"user"');
select create_reference_table('api_token');
select create_reference_table('audit_head');
select create_reference_table('calendar_feed');
select create_reference_table('consent');
select create_reference_table('identity');
select create_reference_table('invitation');
select create_reference_table('oidc_journey');
select create_reference_table('participation');
select create_reference_table('passkey');
select create_reference_table('passkey_challenge');
select create_reference_table('password_reset');
select create_reference_table('programme_invitation');
select create_reference_table('reach_check');
select create_reference_table('recovery_code');
select create_reference_table('reminder_stop');
select create_reference_table('session');
select create_reference_table('totp');
select create_reference_table('mail');
select create_reference_table('credential');

-- Rows of organisations, each organisation whole on one node; what others refer to comes first.
select create_distributed_table('membership', 'organisation_id', colocate_with => 'none');
select create_distributed_table('audit_event', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('capital_offer', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('contribution', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('erasure_request', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('example', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('imported_instrument', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('imported_person', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('network_party', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('park_fact', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('programme', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('programme_release', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('retention', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('round', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('round_plan', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('target', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('capital_match', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('erased_publication', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('evidence_fact', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('evidence_file', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('experiment', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('item_work', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('programme_cell', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('programme_contributor', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('programme_slope', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('reflection', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('release', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('respondent', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('round_item', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('sheet_presence', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('sign_off', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('workshop', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('evidence_content', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('intervention', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('reflection_entry', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('reflection_presence', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('reflection_vote', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('release_cell', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('release_contributor', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('second_vote', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('sheet', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('agreement_review', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('consent_stance', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('expected_effect', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('sheet_change', 'organisation_id', colocate_with => 'membership');
select create_distributed_table('team_answer', 'organisation_id', colocate_with => 'membership');
