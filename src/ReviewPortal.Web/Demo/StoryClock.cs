namespace ReviewPortal.Web.Demo;

/// <summary>The clock of the demo's past: it stands where the story puts it, and never runs ahead of the real one.</summary>
internal sealed class StoryClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset _now = real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset moment)
    {
        var now = real.GetUtcNow();
        _now = moment < now ? moment : now;
    }
}
