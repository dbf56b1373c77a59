using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>A file of the student's leaves the portal as a file and as nothing else, and whoever of the board took it is written down.</summary>
public sealed class AttachmentEndpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_saved_and_never_shown_and_the_board_leaves_a_line_in_the_log()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await portal.StartAsync();
        var added = await Attached.AddAsync(portal, @case, "brief<b>.html", "<script>alert(1)</script>"u8.ToArray());
        var address = Links.Attachment((await @case.NowAsync()).Number, added.Id);
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));

        using (var early = await secretary.GetAsync(address)) Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        using (var own = await student.GetAsync(address)) Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(0, await LinesAsync());

        await ACase.DoneAsync(@case.GiveViewAsync());
        using var answer = await secretary.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("attachment", "text/plain", "nosniff", "no-store"), (
            answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Cache-Control").Single()));
        Assert.Contains("briefb.html.txt", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(1, await LinesAsync());

        Task<int> LinesAsync() => portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "attachment.open" && row.Subject == $"case/{@case.Id}", Ct));
    }

    [Fact]
    public async Task A_file_of_another_case_or_a_damaged_one_is_not_served()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var _ = portal;
        await portal.StartAsync();
        var added = await Attached.AddAsync(portal, @case);
        var other = await portal.ImportedAsync("C-4702", "0412702");
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        using var stranger = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail("0412702"));
        using (var elsewhere = await stranger.GetAsync(Links.Attachment((await other.NowAsync()).Number, added.Id))) Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using (var notTheirs = await stranger.GetAsync(Links.Attachment((await @case.NowAsync()).Number, added.Id))) Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);

        var file = Directory.GetFiles(Path.Combine(portal.VaultFolder, added.Id.ToString())).Single();
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
        using var damaged = await student.GetAsync(Links.Attachment((await @case.NowAsync()).Number, added.Id));
        Assert.Equal(HttpStatusCode.InternalServerError, damaged.StatusCode);
    }
}
