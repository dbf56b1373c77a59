using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Tests.Cases;

public sealed class CaseTests
{
    private static readonly Transition Assigning = CaseLifecycle.Table.Single(row => row.Action is CaseAction.Assign);
    private static readonly Transition CoSigning = CaseLifecycle.Table.Single(row => row.Action is CaseAction.CoSign);
    private readonly Case _case = Case.Open(new CaseNumber(2026, 158), A.SittingId, A.End);
    private readonly Actor _coordinator = Who.Person(9, "Tim Kuipers", Role.Administrator, Role.Coordinator);

    [Fact]
    public void A_case_begins_as_imported_with_a_day_by_which_somebody_takes_it_on()
    {
        Assert.Equal((CaseState.Imported, 1L, A.End), (_case.State, _case.Version, _case.Since));
        Assert.Equal(new DateOnly(2026, 11, 5), _case.Due);
        var first = CaseEvent.Imported(_case, Who.Person(1, "opdrachtregel", Role.Administrator), A.End);
        Assert.Equal((1L, null, CaseState.Imported, CaseAction.Import), (first.Version, first.From, first.To, first.Action));
    }

    [Fact]
    public void A_step_moves_the_case_and_tells_who_did_it_in_which_role()
    {
        var told = _case.Go(new Done(Assigning), _coordinator, A.End.AddHours(1), "  Noor van Dam ");

        Assert.Equal((CaseState.InReview, 2L, A.End.AddHours(1)), (_case.State, _case.Version, _case.Since));
        Assert.Equal((_case.Id, 2L, CaseState.Imported, CaseState.InReview), (told.Case, told.Version, told.From, told.To));
        Assert.Equal((_coordinator.Id, "Tim Kuipers", Role.Coordinator, "Noor van Dam"), (told.By, told.ByName, told.ByRole, told.Note));
    }

    [Fact]
    public void A_step_that_starts_elsewhere_is_a_mistake_of_the_caller_and_changes_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => _case.Go(new Done(CoSigning), Who.Chair, A.End));
        Assert.Equal((CaseState.Imported, 1L), (_case.State, _case.Version));
    }

    [Fact]
    public void A_step_that_stays_put_does_not_start_the_term_again()
    {
        var decided = DecidedCase();
        var (since, due) = (decided.Since, decided.Due);
        decided.Go(new Done(CoSigning), Who.Chair, since.AddDays(2));
        Assert.Equal((since, due), (decided.Since, decided.Due));
    }

    [Fact]
    public void A_step_may_set_the_day_itself()
    {
        _case.Go(new Done(Assigning), _coordinator, A.End, due: new DateOnly(2026, 12, 1));
        Assert.Equal(new DateOnly(2026, 12, 1), _case.Due);
    }

    [Fact]
    public void An_empty_note_is_no_note() => Assert.Null(_case.Go(new Done(Assigning), _coordinator, A.End, "  ").Note);

    [Fact]
    public void Every_state_in_which_the_university_must_act_has_a_house_term()
    {
        // Where a term set by law or by another body runs, or nobody has to do anything, the step that led there names the day.
        CaseState[] elsewhere = [CaseState.Cleared, CaseState.Notified, CaseState.Settlement, CaseState.AppealPending, CaseState.Dismissed, CaseState.FurtherAppeal, CaseState.Irrevocable];
        Assert.Equal(
            CaseLifecycle.Table.Where(row => !row.IsBeside).Select(row => row.From).OfType<CaseState>().Except(elsewhere).Order(),
            StateTerms.All.Select(term => term.State).Order());
    }

    /// <summary>What the table prints about a row's day is what the step does with it.</summary>
    [Fact]
    public void A_row_that_starts_a_term_gives_a_new_day_and_one_that_stays_leaves_it()
    {
        foreach (var row in CaseLifecycle.Table.Where(row => row.From == CaseState.Imported || row.From == CaseState.InReview))
        {
            var @case = Case.Open(new CaseNumber(2026, 159), A.SittingId, A.End);
            if (row.From is CaseState.InReview) @case.Go(new Done(Assigning), _coordinator, A.End);
            var before = @case.Due;
            var later = A.End.AddDays(30);
            @case.Go(new Done(row), Who.Person(10, "Wie dan ook", row.Roles[0]), later);
            Assert.Equal(row.Day is DayEffect.Starts ? StateTerms.DueAfter(row.To, later) : before, @case.Due);
        }
    }

    private Case DecidedCase()
    {
        foreach (var action in new[] { CaseAction.Assign, CaseAction.AskSecondReview, CaseAction.SignProcesVerbaal, CaseAction.TakeUp, CaseAction.InviteView, CaseAction.GiveView, CaseAction.Deliberate, CaseAction.DecideValid })
        {
            var row = CaseLifecycle.Table.First(row => row.Action == action && row.From == _case.State);
            _case.Go(new Done(row), Who.Person(10, "Wie dan ook", row.Roles[0]), A.End);
        }

        return _case;
    }
}
