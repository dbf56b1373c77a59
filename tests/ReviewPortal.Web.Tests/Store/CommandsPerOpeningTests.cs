using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>How often the database is asked something. A table more in a case file must not mean a question more at every opening.</summary>
public sealed class CommandsPerOpeningTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Imported, 9)]
    [InlineData(Stage.InReview, 9)]
    [InlineData(Stage.Reported, 9)]
    [InlineData(Stage.Deliberation, 16)]
    [InlineData(Stage.Notified, 17)]
    [InlineData(Stage.AppealPending, 17)]
    public async Task Opening_a_case_asks_so_many_questions(Stage stage, int commands)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var by = portal.Who("secretaris").Id;
        await portal.Get<Institutions>().OfAsync("", Ct); // Asked once, not at each opening.
        Assert.Equal(commands, (await AskedAsync(() => portal.Get<CaseFiles>().LookAsync(@case.Id, by, file => file.Case.Number, Ct))).Count);
    }

    /// <summary>A player asks for every stretch of bytes, and every time whether it still may.</summary>
    [Theory]
    [InlineData(Stage.InReview)]
    [InlineData(Stage.Notified)]
    public async Task Whether_somebody_may_play_is_asked_in_two_questions(Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var by = portal.Who("reviewer").Id;
        Assert.Equal(2, (await AskedAsync(() => portal.Get<CaseDoor>().ToPlayAsync(@case.Sitting, by, Ct))).Count);
    }

    /// <summary>Numbering rows to take the first reads a table whole: with every case more, every opening would take longer.</summary>
    [Fact]
    public async Task No_question_reads_a_whole_table()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var by = portal.Who("secretaris").Id;
        Assert.DoesNotContain(await AskedAsync(() => portal.Get<CaseDoor>().ToPlayAsync(@case.Sitting, by, Ct)), asked => asked.Contains("ROW_NUMBER", StringComparison.Ordinal));
        Assert.DoesNotContain(await AskedAsync(() => portal.Get<CaseFiles>().LookAsync(@case.Id, by, file => file.Case.Number, Ct)), asked => asked.Contains("ROW_NUMBER", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyCollection<string>> AskedAsync(Func<Task> work)
    {
        using var commands = new Commands();
        await work();
        return commands.Asked;
    }

    /// <summary>Hears the commands of the work that began here, and of no other test.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly AsyncLocal<bool> _here = new() { Value = true };
        private readonly List<IDisposable> _subscriptions = [];

        public Commands() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public ConcurrentQueue<string> Asked { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name is DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (_here.Value && value is { Value: CommandEventData asked } && value.Key == RelationalEventId.CommandExecuting.Name) Asked.Enqueue(asked.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
