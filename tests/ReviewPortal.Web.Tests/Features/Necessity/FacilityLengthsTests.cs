using ReviewPortal.Core.Necessity;
using static ReviewPortal.Core.Necessity.FacilityAction;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>The texts in a request are as long as the form allows, also when nobody used the form (house rule).</summary>
public sealed class FacilityLengthsTests
{
    /// <summary>What the board and whoever it asks write is bounded as the student's own words are: on the form, and behind it.</summary>
    [Fact]
    public async Task What_the_board_and_its_advisers_write_has_a_bound()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        foreach (var (action, answer, whom) in new[] { (AskAdvice, GiveAdvice, "studieadviseur"), (ConsultExaminer, AnswerExaminer, "examinator"), (AskDirector, AnswerDirector, "directeur") })
        {
            Assert.Equal([WithinLength], Unmet(await request.AskAsync(action, whom, Long(FacilityLengths.Question + 1))));
            Done(await request.AskAsync(action, whom, Long(FacilityLengths.Question)));
            Assert.Equal([WithinLength], Unmet(await request.AnswerAsync(answer, whom, Long(FacilityLengths.Answer + 1), agrees: true)));
            Done(await request.AnswerAsync(answer, whom, Long(FacilityLengths.Answer), agrees: true));
        }

        var finding = Long(FacilityLengths.Finding + 1);
        foreach (var found in new[] { Met with { SpecialReasons = finding }, Met with { AlternativeReasons = finding }, Met with { LighterReasons = finding } }) Assert.Equal([WithinLength], Unmet(await request.AssessAsync(found)));
        Done(await request.AssessAsync(Met));
        Assert.Equal([WithinLength], Unmet(await request.AskViewAsync(new(2026, 11, 30), finding)));
        foreach (var words in new[] { Words with { Reasons = Long(FacilityLengths.Reasons + 1) }, Words with { PrivacyStatement = Long(FacilityLengths.PrivacyStatement + 1) }, Words with { ReplyToView = finding } })
            Assert.Equal([WithinLength], Unmet(await request.DecideAsync(granted: true, words)));
        Done(await request.DecideAsync(granted: true));

        static string Long(int length) => new('w', length);
    }
}
