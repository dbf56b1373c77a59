using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>A student sees when the recordings were opened and for what (AVG 15), and learns from it no more than has been told.</summary>
public sealed class MyLooksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_opening_is_told_with_its_purpose_and_without_a_name()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Dossier, portal.Who("secretaris").Id, Ct);

        var told = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal(["dossier", "review", "review"], told.Looked.Select(look => look.Purpose));
        Assert.Equal(portal.Clock.GetUtcNow(), told.Looked[0].At);
        Assert.DoesNotContain(portal.Who("reviewer").Name, told.ToString(), StringComparison.Ordinal);
    }

    /// <summary>That the board looks before the student knows of a report would be a notice in itself.</summary>
    [Fact]
    public async Task Before_the_student_knows_of_a_case_only_the_review_is_told()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Dossier, portal.Who("secretaris").Id, Ct);

        var told = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal(["review", "review"], told.Looked.Select(look => look.Purpose));
    }
}
