using Bunit;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>A student sees when the recordings were opened and for what (AVG 15), and learns from it no more than has been told.</summary>
public sealed class MyLooksTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_opening_is_told_with_its_role_and_its_purpose_and_without_a_name()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Dossier, portal.Who("secretaris").Id, Ct);

        var told = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal([(Role.BoardSecretary, "dossier"), (Role.SecondReviewer, "review"), (Role.Reviewer, "review")], told.Looked.Select(look => (look.As!.Value, look.Purpose)));
        Assert.Equal(portal.Clock.GetUtcNow(), told.Looked[0].At);
        Assert.DoesNotContain(portal.Who("reviewer").Name, told.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The log of earlier versions says nothing of roles; a role of today is not put in its place.</summary>
    [Fact]
    public async Task An_opening_from_before_roles_were_written_down_names_none()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AuditDetails SET Text = json_remove(Text, '$.role')");
        await using var page = APage.For(portal, "student");
        var number = (await @case.NowAsync()).Number.ToString();
        Assert.All((await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Looked, look => Assert.Null(look.As));
        Assert.Contains("Medewerker van de universiteit, ", page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number)).Markup, StringComparison.Ordinal);
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
