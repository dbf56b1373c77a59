using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Tests.Http;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>The program is killed while it sends; nobody gets a message twice, and of the one in doubt it is said (Awb 2:10, 2:25).</summary>
public sealed class KilledTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_before_the_message_was_handed_over_it_goes_after_the_start_and_once()
    {
        var holds = true;
        await using var server = new ASmtpServer();
        server.Answer = async line =>
        {
            if (Volatile.Read(ref holds) && line.StartsWith("RCPT", StringComparison.Ordinal)) await Task.Delay(Timeout.Infinite, Ct);
            return null;
        };
        var data = await JustPublished.DataAsync();
        await using (var program = await RunningProgram.OnAsync(data, server.Settings))
        {
            await JustPublished.UntilAsync(() => server.Said.Any(line => line.StartsWith("RCPT", StringComparison.Ordinal)));
            Volatile.Write(ref holds, false);
            await program.KillAndStartAsync();
            // It may be going on in another portal for as long as it can take, and a minute of pause comes before the next try: the day is moved instead of waiting.
            await Sql.RunAsync(Path.Combine(data.FullName, "portal.db"), $"UPDATE MailTries SET StartedAt = StartedAt - {TimeSpan.TicksPerHour}");
            await JustPublished.UntilAsync(async () => await JustPublished.AskAsync(data, "SELECT COUNT(*) FROM MailTries WHERE \"End\" = 'CutOff'") is "1");
            await Sql.RunAsync(Path.Combine(data.FullName, "portal.db"), $"UPDATE MailTries SET EndedAt = EndedAt - {TimeSpan.TicksPerHour}");
            await JustPublished.UntilAsync(() => !server.Taken.IsEmpty);
        }

        Assert.Single(server.Taken);
        Assert.Equal("CutOff,Accepted", await JustPublished.AskAsync(data, "SELECT group_concat(\"End\") FROM (SELECT \"End\" FROM MailTries ORDER BY Number)"));
    }

    [Fact]
    public async Task Killed_after_the_message_was_handed_over_it_is_in_doubt_and_does_not_go_again()
    {
        await using var server = new ASmtpServer { AnswerToMessage = async _ => { await Task.Delay(Timeout.Infinite, Ct); return null; } };
        var data = await JustPublished.DataAsync();
        await using (var program = await RunningProgram.OnAsync(data, server.Settings))
        {
            await JustPublished.UntilAsync(() => !server.Taken.IsEmpty);
            await program.KillAndStartAsync();
            await Sql.RunAsync(Path.Combine(data.FullName, "portal.db"), $"UPDATE MailTries SET StartedAt = StartedAt - {TimeSpan.TicksPerHour}, HandedOverAt = HandedOverAt - {TimeSpan.TicksPerHour}");
            await JustPublished.UntilAsync(async () => await JustPublished.AskAsync(data, "SELECT COUNT(*) FROM MailTries WHERE \"End\" = 'Doubtful'") is "1");
            await Task.Delay(TimeSpan.FromSeconds(3), Ct);
        }

        Assert.Single(server.Taken);
        Assert.Equal("1", await JustPublished.AskAsync(data, "SELECT COUNT(*) FROM MailTries"));
    }
}
