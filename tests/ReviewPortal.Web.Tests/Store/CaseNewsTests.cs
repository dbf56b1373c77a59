using System.Globalization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

public sealed class CaseNewsTests
{
    [Fact]
    public async Task A_page_hears_of_a_step_in_the_language_of_its_own_reader()
    {
        var news = new CaseNews();
        var heard = "";
        using var listening = await InAsync("en", () => news.Listen(_ => heard = CultureInfo.CurrentUICulture.Name));

        await InAsync("nl", () =>
        {
            news.Tell(CaseId.New(DateTimeOffset.UnixEpoch));
            Assert.Equal("nl", CultureInfo.CurrentUICulture.Name);
            return 0;
        });

        Assert.Equal("en", heard);
    }

    private static Task<T> InAsync<T>(string language, Func<T> what) => Task.Run(() =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return what();
    });
}
