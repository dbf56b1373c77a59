using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Ui;

/// <summary>What somebody types is kept without a button; and nobody is told that it is while it is not.</summary>
public sealed class AutosaveTests : IAsyncDisposable
{
    private static readonly Answer Kept = new Done(CaseLifecycle.Table.First());
    private static readonly Answer Refusal = new Refused(CaseAction.DecideValid, RefusalKind.ChangedMeanwhile);

    private readonly List<string> _saved = [];
    private readonly Autosave _autosave;
    private Func<Task<Answer>> _store;
    private string _text = "";

    public AutosaveTests()
    {
        _store = () => Task.FromResult(Kept);
        _autosave = new Autosave(SaveAsync, save => save(), () => { }, NullLogger<Autosave>.Instance);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _autosave.DisposeAsync();

    [Fact]
    public async Task A_word_is_saved_once_a_moment_after_its_last_letter()
    {
        foreach (var letter in "feit") Type(letter);
        Assert.Equal((true, SaveState.Saving), (_autosave.IsDirty, _autosave.State));
        await UntilAsync(() => _autosave.IsSettled);

        Assert.Equal(SaveState.Saved, _autosave.State);
        Assert.Equal(["feit"], _saved);
    }

    [Fact]
    public async Task Who_types_on_without_a_pause_is_saved_all_the_same()
    {
        for (var typing = Stopwatch.StartNew(); _saved.Count is 0 && typing.Elapsed < TimeSpan.FromSeconds(8);)
        {
            Type('a');
            await Task.Delay(100, Ct);
        }

        Assert.Single(_saved);
    }

    [Fact]
    public async Task What_is_typed_during_a_save_is_saved_after_it_and_never_beside_it()
    {
        var (busy, most) = (0, 0);
        _store = async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref busy));
            await Task.Delay(50, Ct);
            Interlocked.Decrement(ref busy);
            return Kept;
        };
        Type('a');
        var first = _autosave.FlushAsync();
        Type('b');
        Assert.False(_autosave.IsSettled);
        Assert.All(await Task.WhenAll(first, _autosave.FlushAsync()), Assert.True);

        Assert.Equal("ab", _saved[^1]);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task An_action_does_not_follow_on_text_that_could_not_be_kept_and_the_text_is_tried_again()
    {
        _store = () => throw new IOException("The disk is full");
        Type('a');
        Assert.False(await _autosave.FlushAsync());
        Assert.Equal((true, SaveState.Failed), (_autosave.IsDirty, _autosave.State));

        _store = () => Task.FromResult(Kept);
        await UntilAsync(() => _autosave.State is SaveState.Saved);
        Assert.True(await _autosave.FlushAsync());
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason_until_the_text_is_given_up()
    {
        _store = () => Task.FromResult(Refusal);
        Type('a');
        Assert.False(await _autosave.FlushAsync());
        Assert.Equal((SaveState.Refused, (Answer)Refusal), (_autosave.State, _autosave.Refusal));

        _autosave.Forget();
        Assert.True(await _autosave.FlushAsync());
        Assert.Null(_autosave.Refusal);
    }

    [Fact]
    public async Task Leaving_the_page_keeps_the_last_word()
    {
        Type('a');
        await _autosave.DisposeAsync();
        Assert.Equal(["a"], _saved);
    }

    private void Type(char letter)
    {
        _text += letter;
        _autosave.Touch();
    }

    private Task<Answer> SaveAsync()
    {
        _saved.Add(_text);
        return _store();
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var patience = Stopwatch.StartNew(); !done(); await Task.Delay(20, Ct)) Assert.True(patience.Elapsed < TimeSpan.FromSeconds(10), "Ten seconds were not enough");
    }
}
