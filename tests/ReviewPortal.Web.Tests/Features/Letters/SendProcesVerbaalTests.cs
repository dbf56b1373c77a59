using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>The signed proces-verbaal outside an invitation: on request (AVG 15), or when no view was asked (Awb 3:49, 4:11).</summary>
public sealed class SendProcesVerbaalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_it_gets_it_with_a_letter_and_can_read_it_from_then_on()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Investigated);
        await using var _ = portal;
        var student = portal.Who("student").Id;
        Assert.False((await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct))!.ReportDisclosed);

        await ACase.DoneAsync(portal.On(11, 11).Then(() => @case.SendReportAsync(new DateOnly(2026, 11, 10))));

        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);
        Assert.True(mine!.ReportDisclosed);
        Assert.NotEmpty(mine.Moments);
        Assert.True(await portal.Get<CaseFiles>().LookAsync(@case.Id, student, file => file.IsDisclosed, Ct));
        Assert.Contains("Op 10 november 2026 hebt u gevraagd om het proces-verbaal", await ReadAsync(portal), StringComparison.Ordinal);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        // The invitation that comes later changes nothing in that.
        await ACase.DoneAsync(@case.InviteAsync());
    }

    [Fact]
    public async Task Where_no_view_was_asked_it_goes_with_the_reasons()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Investigated);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WaiveViewAsync());
        await ACase.DoneAsync(@case.SendReportAsync(asked: false));
        Assert.Contains("geen uitnodiging gekregen om uw zienswijze te geven (artikel 4:11", await ReadAsync(portal), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(APortal portal)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.ProcesVerbaalSent).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (_, file) => file.Content).SingleAsync(Ct)));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
