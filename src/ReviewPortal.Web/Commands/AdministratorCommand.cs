using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Commands;

/// <summary>Makes the first administrator: the way in where no demo accounts exist.</summary>
internal static class AdministratorCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var email = new Argument<string>("EMAIL");
        var name = new Option<string>("--name") { Description = "The person's name", Required = true };
        var command = new Command("administrator", "Make the first administrator and print a first password") { email, name };
        command.SetAction((parsed, ct) => CommandLine.WithPortalAsync(options(parsed), services => CreateAsync(services, parsed.GetValue(email)!, parsed.GetValue(name)!), ct));
        return command;
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string email, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var password = Accounts.FirstPassword();
        var result = await scope.ServiceProvider.GetRequiredService<Accounts>().CreateFirstAdministratorAsync(CommandLine.Operator, email, name, password);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(CommandTexts.Language.Code());
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<AccessTexts>>();
        foreach (var error in result.Errors) await Console.Error.WriteLineAsync(AccountErrors.Sentence(error, texts));
        if (!result.Succeeded) return CommandLine.Refused;

        await Console.Out.WriteLineAsync(CommandTexts.Of("Administrator.Created", email, password));
        return CommandLine.Ok;
    }
}
