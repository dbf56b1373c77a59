using Microsoft.Extensions.Configuration;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>How long a proof of who signs lasts (Awb 2:18): ten minutes, or what an institution can mean.</summary>
public sealed class SigningSettingsTests
{
    [Theory]
    [InlineData(null, 10)]
    [InlineData("", 10)]
    [InlineData("0", 0)]
    [InlineData("480", 480)]
    public void A_proof_lasts_as_long_as_was_set(string? text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), SigningSettings.Read(Set(text)).Fresh);

    [Theory]
    [InlineData("-1")]
    [InlineData("481")]
    [InlineData("1.5")]
    [InlineData("een uur")]
    public void What_cannot_be_meant_stops_the_start_with_its_name_in_the_sentence(string text) =>
        Assert.Contains("Signing:FreshMinutes", Assert.Throws<SettingException>(() => SigningSettings.Read(Set(text))).Message, StringComparison.Ordinal);

    private static IConfiguration Set(string? text) => new ConfigurationBuilder().AddInMemoryCollection([new("Signing:FreshMinutes", text)]).Build();
}
