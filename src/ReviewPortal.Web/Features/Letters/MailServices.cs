using System.Net;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The settings of "Mail", and what sends by them.</summary>
internal static class MailServices
{
    private const int StandardPort = 587;
    private const int TenMinutes = 600;

    // Without a server messages stay on this machine, and whoever opens them is at it.
    private static readonly Uri OnThisMachine = new("http://localhost/");

    /// <exception cref="SettingException">Something with which no message can leave, or only where others can read it.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, DataFolder data)
    {
        var settings = Read(configuration, environment.IsDevelopment());
        return services
            .AddSingleton(settings)
            .AddSingleton<MailCarrier>(settings.Host.Length > 0 ? new SmtpCarrier(settings) : environment.IsDevelopment() ? new PickupFolder(data.Mail) : new NoCarrier())
            .AddSingleton<Outbox>()
            .AddSingleton(new ReportFolder(configuration["Mail:Reports:Folder"] ?? "")).AddSingleton<ReportIntake>();
    }

    private static MailSettings Read(IConfiguration settings, bool isDeveloping)
    {
        var (host, from, portal) = (settings["Mail:Host"] ?? "", settings["Mail:From"] ?? "", PublicAddress.Read(settings).Root);
        if (!Enum.TryParse<MailTls>(settings["Mail:Tls"] is { Length: > 0 } text ? text : nameof(MailTls.StartTls), out var tls) || !Enum.IsDefined(tls)) throw new SettingException(CommandTexts.Of("Settings.MailTls", settings["Mail:Tls"]));
        if (host.Length > 0 && tls is MailTls.None && !IsThisMachine(host)) throw new SettingException(CommandTexts.Of("Settings.MailOpen", host));
        if ((host.Length > 0 || isDeveloping || from.Length > 0) && !WrittenMail.IsAddress(from)) throw new SettingException(CommandTexts.Of("Settings.MailFrom", from));
        var reports = settings["Mail:Reports:Address"] ?? "";
        if (reports.Length > 0 && !IsReturnAddress(reports)) throw new SettingException(CommandTexts.Of("Settings.MailReports", reports));
        if (host.Length > 0 && portal is null) throw new SettingException(CommandTexts.Of("Settings.MailPortal"));
        return new MailSettings(host, settings.Positive("Mail:Port", StandardPort), tls, from, portal ?? (isDeveloping ? PublicAddress.ReadOrListening(settings).Root : null) ?? OnThisMachine)
        {
            ReportsTo = reports,
            User = settings["Mail:User"] ?? "", Password = settings["Mail:Password"] ?? "",
            Patience = TimeSpan.FromSeconds(settings.Positive("Mail:PatienceSeconds", 60)), LastPatience = TimeSpan.FromSeconds(settings.Positive("Mail:LastPatienceSeconds", TenMinutes)),
        };
    }

    // With the mark of an e-mail before the @ it must still be an address: 64 characters there (RFC 5321, 4.5.3.1.1), and none that a server reads as something else.
    private static bool IsReturnAddress(string text) => WrittenMail.IsAddress(text) && text.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 31 && !text.Contains('+', StringComparison.Ordinal);

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
