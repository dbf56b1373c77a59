using System.Text;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using static ReviewPortal.Core.Necessity.FacilityAction;
using static ReviewPortal.Core.Necessity.FacilityNeed;

namespace ReviewPortal.Core.Tests.Necessity;

/// <summary>The table of a request for a special facility (Protocol, route 1; UU-R1-1 to UU-R1-13).</summary>
public sealed class FacilityProcedureTests
{
    private static readonly HashSet<FacilityNeed> Everything = [.. Enum.GetValues<FacilityNeed>()];

    /// <summary>Every state, action and role with everything met: a change of policy is one readable difference.</summary>
    [Fact]
    public void Who_may_do_what_in_which_state_is_as_approved()
    {
        var text = new StringBuilder();
        foreach (var state in Enum.GetValues<FacilityState>().Select(state => (FacilityState?)state).Prepend(null))
        {
            text.Append(state?.ToString() ?? "(no request yet)").Append('\n');
            foreach (var action in Enum.GetValues<FacilityAction>())
            {
                var open = Enum.GetValues<Role>().Select(role => (Role: role, Answer: FacilityProcedure.Ask(state, action, [role], Everything) as FacilityDone)).Where(cell => cell.Answer is not null);
                foreach (var group in open.GroupBy(cell => (cell.Answer!.Row.To, Needs: string.Join(", ", cell.Answer.Row.Needs))))
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {action} -> {group.Key.To}\n    {string.Join(", ", group.Select(cell => cell.Role))}: {group.Key.Needs}\n");
            }

            text.Append('\n');
        }

        Approved.Matches("facility", text.ToString());
    }

    [Fact]
    public void Only_the_board_grants_and_refuses() => Assert.All(
        FacilityProcedure.Table.Where(row => row.Action is Grant or Refuse), row => Assert.Equal(Roles.Board, row.Roles)); // UU-R1-6

    [Fact]
    public void Only_a_student_files() => Assert.Equal([Role.Student], FacilityProcedure.Table.Single(row => row.From is null).Roles); // UU-R1-2

    [Fact]
    public void A_reviewer_has_no_part_in_it() =>
        Assert.DoesNotContain(FacilityProcedure.Table, row => row.Roles.Contains(Role.Reviewer) || row.Roles.Contains(Role.SecondReviewer));

    [Fact]
    public void Every_state_action_need_and_reason_has_words_and_every_need_a_source() => Assert.All(Enum.GetValues<Language>(), language =>
    {
        Assert.All(Enum.GetValues<FacilityState>(), state => Assert.NotEmpty(FacilityTexts.Of(state, language)));
        Assert.All(Enum.GetValues<FacilityAction>(), action => Assert.NotEqual(FacilityTexts.Of(action, language), FacilityTexts.Happened(action, language)));
        Assert.All(Enum.GetValues<FacilityReason>(), reason => Assert.NotEmpty(FacilityTexts.Of(reason, language)));
        Assert.All(Enum.GetValues<FacilityNeed>(), need =>
        {
            Assert.EndsWith(".", FacilityTexts.Of(need, language), StringComparison.Ordinal);
            Assert.DoesNotMatch("UU-|AP-", FacilitySources.InWords(need, language));
            Assert.NotEmpty(FacilitySources.InWords(need, language));
        });
    });

    /// <summary>Whatever one need of a step is, without it the step is refused for it and for nothing else.</summary>
    [Fact]
    public void Each_need_refuses_its_step_by_itself() => Assert.All(
        FacilityProcedure.Table.SelectMany(row => row.Needs, (row, need) => (row, need)),
        pair =>
        {
            var without = Everything.Where(need => need != pair.need).ToHashSet();
            var answer = FacilityProcedure.Ask(pair.row.From, pair.row.Action, [pair.row.Roles[0]], without);
            Assert.Equal([pair.need], answer.Unmet());
            Assert.Contains(FacilityTexts.Of(pair.need, Language.Dutch), ((FacilityRefused)answer).Sentence(Language.Dutch), StringComparison.Ordinal);
        });

    [Fact]
    public void What_does_not_belong_to_the_state_or_the_role_says_so()
    {
        var late = Assert.IsType<FacilityRefused>(FacilityProcedure.Ask(FacilityState.Withdrawn, Grant, [Role.Chair], Everything));
        Assert.Equal("“Toewijzen” kan niet in de stand “Ingetrokken”.", late.Sentence(Language.Dutch));
        var other = Assert.IsType<FacilityRefused>(FacilityProcedure.Ask(FacilityState.Assessed, Grant, [Role.Coordinator], Everything));
        Assert.Equal("“Toewijzen” hoort niet bij uw rol.", other.Sentence(Language.Dutch));
    }

    [Fact]
    public void A_step_from_another_state_is_no_step() =>
        Assert.Throws<InvalidOperationException>(() => AFacility.Request().In(FacilityState.Withdrawn).Go(new FacilityDone(FacilityProcedure.Table.First(row => row.Action is Publish)), AFacility.Now));

    [Theory]
    [InlineData("V-2026-0001", 2026, 1)]
    [InlineData(" v-2026-12345 ", 2026, 12345)]
    public void A_number_is_read_as_people_write_it(string text, int year, int sequence) => Assert.Equal(new FacilityNumber(year, sequence), FacilityNumber.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("2026-0001")]
    [InlineData("V-26-0001")]
    [InlineData("V-2026-1")]
    [InlineData("V-2026-0000")]
    [InlineData("V-2026-0001-2")]
    public void Anything_else_is_no_number(string? text) => Assert.Null(FacilityNumber.Parse(text));

    [Fact]
    public void What_must_be_so_stays_true_of_whose_it_was() =>
        Assert.Equal(
            new HashSet<FacilityNeed> { OwnRequest, NotAnsweredYet, AskedOfYou, ConsultationAsked, ViewAsked, ViewNotAskedYet, NotPublished, Published, NotYourTest },
            FacilityFacts.SayWhose.ToHashSet());
}
