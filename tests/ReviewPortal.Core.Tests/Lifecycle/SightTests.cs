using ReviewPortal.Core.Lifecycle;
using static ReviewPortal.Core.Lifecycle.CaseState;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>Who may look, asked of every state, every set of at most two roles, and every tie.</summary>
public sealed class SightTests
{
    // Every tie that opens something; having stepped back closes, and is asked apart.
    private static readonly Tie[] EveryTie = [.. Enum.GetValues<Tie>().Except([Tie.SteppedBack])];

    public static TheoryData<CaseState> EveryState => [.. Enum.GetValues<CaseState>()];

    [Theory]
    [MemberData(nameof(EveryState))]
    public void A_reviewer_never_sees_decisions_or_letters(CaseState state)
    {
        Role[] reviewers = [Role.Reviewer, Role.SecondReviewer];
        Assert.All([Room.Decisions, Room.Letters, Room.Committee, Room.Appeals], room => Assert.False(CaseSight.MayEnter(room, state, reviewers, EveryTie)));
    }

    [Fact]
    public void Only_the_tied_reviewer_plays_a_case_in_review() => Assert.All(Enum.GetValues<Role>(), role =>
    {
        Assert.Equal(role is Role.Reviewer, CaseSight.MayPlay(InReview, [role], EveryTie));
        Assert.False(CaseSight.MayPlay(InReview, [role], [.. EveryTie.Except([Tie.Reviewer])]));
    });

    [Fact]
    public void In_second_review_the_two_reviewers_of_the_case_play_and_nobody_else() => Assert.All(Enum.GetValues<Role>(), role =>
    {
        Assert.Equal(role is Role.Reviewer, CaseSight.MayPlay(SecondReview, [role], [Tie.Reviewer]));
        Assert.Equal(role is Role.SecondReviewer, CaseSight.MayPlay(SecondReview, [role], [Tie.SecondReviewer]));
        Assert.False(CaseSight.MayPlay(SecondReview, [role], []));
    });

    /// <summary>Awb 2:4: whoever declared an interest loses what a role alone gives, and keeps what being a source of the facts asks.</summary>
    [Theory]
    [MemberData(nameof(EveryState))]
    public void Whoever_stepped_back_enters_no_room_by_role(CaseState state) => Assert.All(Enum.GetValues<Role>(), role =>
    {
        Assert.Empty(CaseSight.Open(state, [role], [Tie.SteppedBack]));
        Assert.False(CaseSight.MayPlay(state, [role], [Tie.SteppedBack]));
        Assert.Empty(CaseSight.Open(state, [role], [Tie.SteppedBack, Tie.Proposal]));
        Assert.Equal(
            CaseSight.Table.Where(row => row.Role == role && row.Tie is Tie.Examiner && row.States.Contains(state)).SelectMany(row => row.Rooms),
            CaseSight.Open(state, [role], [Tie.SteppedBack, Tie.Examiner]));
    });

    /// <summary>AP-POL-3: access ends when the task ends.</summary>
    [Theory]
    [MemberData(nameof(EveryState))]
    public void No_reviewer_plays_once_the_case_has_left_review(CaseState state)
    {
        if (state is InReview or SecondReview) return;
        Assert.False(CaseSight.MayPlay(state, [Role.Reviewer, Role.SecondReviewer], EveryTie));
    }

    [Theory]
    [MemberData(nameof(EveryState))]
    public void The_board_sees_nothing_before_a_report_and_nothing_that_was_cleared(CaseState state)
    {
        if (state is not (Imported or InReview or SecondReview or Cleared or Purged)) return;
        Role[] board = [Role.BoardSecretary, Role.BoardMember, Role.Chair, Role.AppealsDesk];
        Assert.Empty(CaseSight.Open(state, board, []));
        Assert.False(CaseSight.MayPlay(state, board, []));
    }

    [Fact]
    public void A_student_and_an_administrator_stand_in_no_row() =>
        Assert.DoesNotContain(CaseSight.Table, row => row.Role is Role.Student or Role.Administrator);

    [Fact]
    public void Who_oversees_sees_how_long_things_are_kept_and_plays_nothing() =>
        Assert.All(CaseSight.Table.Where(row => row.Role is Role.DataProtectionOfficer or Role.RecordsManager), row =>
        {
            Assert.Equal([Room.Retention], row.Rooms);
            Assert.False(row.MayPlay);
        });

    /// <summary>WHW 7.12b lid 2: the executive board decides on the board's proposal, and sees no case without one.</summary>
    [Theory]
    [MemberData(nameof(EveryState))]
    public void The_executive_board_sees_only_what_was_proposed_to_it(CaseState state)
    {
        Assert.Empty(CaseSight.Open(state, [Role.ExecutiveBoard], [.. EveryTie.Except([Tie.Proposal])]));
        Assert.Equal(CaseStates.WithDecision.Contains(state) || CaseStates.Deciding.Contains(state) || state is Annulled or ClosedAnnulled, CaseSight.MayEnter(Room.Decisions, state, [Role.ExecutiveBoard], [Tie.Proposal]));
    }

    /// <summary>Awb 6:19 and 3:40: the desk keeps its appeal while the board decides again, and sees nothing of what is being decided.</summary>
    [Theory]
    [MemberData(nameof(EveryState))]
    public void The_appeals_desk_looks_on_while_a_published_decision_stands(CaseState state)
    {
        if (!CaseStates.Deciding.Contains(state)) return;
        Assert.Equal([Room.Appeals, Room.Retention], CaseSight.Open(state, [Role.AppealsDesk], [Tie.Standing]));
        Assert.Empty(CaseSight.Open(state, [Role.AppealsDesk], []));
        Assert.False(CaseSight.MayKnowOutcome(state, [Role.AppealsDesk]));
    }

    [Theory]
    [MemberData(nameof(EveryState))]
    public void An_examiner_reads_the_report_of_the_own_exam_and_plays_nothing(CaseState state)
    {
        Assert.Empty(CaseSight.Open(state, [Role.Examiner], []));
        Assert.DoesNotContain(CaseSight.Open(state, [Role.Examiner], EveryTie), room => room is not Room.ProcesVerbaal);
        Assert.False(CaseSight.MayPlay(state, [Role.Examiner], EveryTie));
    }

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Nobody_looks_at_what_has_been_purged_and_lists_agree_with_doors(CaseState state)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var open = CaseSight.Open(state, [role], EveryTie);
            Assert.Equal(!open.IsEmpty, EveryTie.Any(tie => CaseSight.States([role], tie).Contains(state)));
            Assert.All(Enum.GetValues<Room>(), room => Assert.Equal(open.Contains(room), CaseSight.MayEnter(room, state, [role], EveryTie)));
            if (state is Purged) Assert.Empty(open);
        }
    }

    [Fact]
    public void Whoever_may_act_in_a_state_may_look_at_something_there()
    {
        // A reviewer takes the next sitting unseen: nobody chooses between candidates.
        foreach (var row in CaseLifecycle.Table.Where(row => row.From is not null && row.Action is not CaseAction.TakeReview))
        {
            // The student has a page of their own, which is no room of the house.
            foreach (var role in row.Roles.Where(role => role is not Role.Student))
                Assert.False(CaseSight.Open(row.From!.Value, [role], EveryTie).IsEmpty, $"{role} may {row.Action} from {row.From} and sees nothing there");
        }
    }
}
