using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Commands;
using ReviewPortal.Web.Tests.Http;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>Every file of the mailbox is taken in once and then put away, whatever comes between; what cannot be read stays and is named (Awb 2:25).</summary>
public sealed class MailboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Between keeping and putting away the portal can be killed: as here, where putting away fails once.</summary>
    [Fact]
    public async Task Kept_and_not_put_away_it_is_put_away_later_and_is_there_once()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        var name = mailbox.Deliver(new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text());
        Directory.Delete(Path.Combine(mailbox.Folder, "cur"));
        await File.WriteAllTextAsync(Path.Combine(mailbox.Folder, "cur"), "", Ct);
        using (var cut = await mailbox.TakeInAsync(portal)) Assert.Equal(name, Assert.Single(cut.Unread).Name);
        Assert.Equal([name], mailbox.New);
        Assert.Single((await @case.MailAsync()).Reports);

        File.Delete(Path.Combine(mailbox.Folder, "cur"));
        using var again = await mailbox.TakeInAsync(portal);
        Assert.Empty(again.Unread);
        Assert.Equal([$"{name}:2,S"], mailbox.Cur);
        Assert.Equal(ReportStand.Read, Assert.Single((await @case.MailAsync()).Reports).Report.Stand);
    }

    [Fact]
    public async Task Killed_again_and_again_while_it_reads_every_file_is_there_once()
    {
        using var mailbox = new AMailbox();
        var data = await JustPublished.DataAsync();
        var mark = await JustPublished.AskAsync(data, "SELECT Mark FROM Notifications ORDER BY At DESC LIMIT 1");
        var names = Enumerable.Range(0, 120).Select(number => mailbox.Deliver(new AReport { EnvelopeId = mark, Diagnosis = FormattableString.Invariant($"smtp; 550 {number}") }.Text())).ToArray();
        await using (var program = await RunningProgram.OnAsync(data, mailbox.Settings))
        {
            for (var killed = 0; killed < 2 && mailbox.New.Length > 0; killed++)
            {
                var left = mailbox.New.Length;
                await JustPublished.UntilAsync(() => mailbox.New.Length < left);
                await program.KillAndStartAsync();
            }

            await JustPublished.UntilAsync(() => mailbox.New.Length is 0);
        }

        Assert.Equal(names.Select(name => $"{name}:2,S"), mailbox.Cur);
        Assert.Equal("120|120|120|10|10", await JustPublished.AskAsync(data, "SELECT COUNT(*) || '|' || COUNT(DISTINCT Name) || '|' || (SELECT COUNT(*) FROM AuditRows WHERE Action = 'mail.report') || '|' || SUM(Stand = 'Read') || '|' || (SELECT COUNT(*) FROM Files WHERE ContentType = 'message/rfc822') FROM MailReports"));
    }

    [Fact]
    public async Task A_link_is_not_followed_and_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links are made by anybody there");
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        using var mailbox = new AMailbox();
        File.CreateSymbolicLink(Path.Combine(mailbox.Folder, "new", "17639.mx1"), portal.DatabaseFile);
        File.CreateSymbolicLink(Path.Combine(mailbox.Folder, "new", "17640.mx1"), "/nowhere");
        mailbox.Deliver("From: a@b.example\n\nHello");
        using var intake = await mailbox.TakeInAsync(portal);
        Assert.Equal(["17639.mx1", "17640.mx1"], intake.Unread.Select(file => file.Name));
        Assert.Equal(["17639.mx1", "17640.mx1"], mailbox.New);
        // What can be read is not held up by it.
        Assert.Single(mailbox.Cur);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_named()
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailSent);
        await using var closing = portal;
        using var intake = new ReportIntake(portal.Dbs, new ReportFolder("/nowhere"), portal.Get<CaseNews>(), portal.Clock);
        Assert.Equal(0, await intake.RunAsync(Ct));
        Assert.Equal("/nowhere/new", Assert.Single(intake.Unread).Name);
    }

    [Fact]
    public async Task The_same_bytes_in_another_file_are_a_repetition_and_no_file_is_written_over()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailSent);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        var text = new AReport { EnvelopeId = (await @case.MailAsync()).Notification.Mark }.Text();
        mailbox.Deliver(text, "17639.mx1");
        mailbox.Deliver(text, "17640.mx1");
        using var first = await mailbox.TakeInAsync(portal);
        // Another message under a name that there was.
        mailbox.Deliver("From: a@b.example\n\nHello", "17639.mx1");
        using var second = await mailbox.TakeInAsync(portal);
        Assert.Equal([ReportStand.Read, ReportStand.Repeated, ReportStand.Unmatched], await portal.ReadAsync(db => db.MailReports.OrderByDescending(item => item.Size).ThenBy(item => item.Name).Select(item => item.Stand).ToListAsync(Ct)));
        Assert.Equal(["17639.mx1.2:2,S", "17639.mx1:2,S", "17640.mx1:2,S"], mailbox.Cur);
        Assert.Equal(1, await portal.ReadAsync(db => db.Files.CountAsync(file => file.ContentType == "message/rfc822", Ct)));
    }

    [Theory]
    [InlineData("bezorging")]
    [InlineData("een+twee@universiteit.example")]
    [InlineData("een-naam-van-meer-dan-eenendertig-tekens@universiteit.example")]
    public async Task An_address_that_no_mark_fits_in_stops_the_start(string address)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => APortal.WithDemoPeopleAsync(settings: $"--Mail:Reports:Address={address}"));
        Assert.Contains("Mail:Reports:Address", refused.Message, StringComparison.Ordinal);
    }
}
