using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Ui;

public sealed class GatheredTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_at_once_are_read_once_and_what_comes_later_is_read_again()
    {
        var reads = new SemaphoreSlim(0);
        using var gathered = new Gathered(() => { reads.Release(); return Task.CompletedTask; });
        for (var at = 0; at < 1000; at++) gathered.Tell();
        Assert.True(await reads.WaitAsync(TimeSpan.FromSeconds(10), Ct));
        await Task.Delay(500, Ct);
        Assert.Equal(0, reads.CurrentCount);
        gathered.Tell();
        Assert.True(await reads.WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }

    [Fact]
    public async Task A_page_that_is_gone_reads_no_more()
    {
        var reads = 0;
        var gathered = new Gathered(() => { reads++; return Task.CompletedTask; });
        gathered.Tell();
        gathered.Dispose();
        await Task.Delay(700, Ct);
        Assert.Equal(0, reads);
    }
}
