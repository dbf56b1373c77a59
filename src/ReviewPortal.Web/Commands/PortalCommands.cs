using System.CommandLine;

namespace ReviewPortal.Web.Commands;

/// <summary>Every command, in the order in which help lists them.</summary>
internal static class PortalCommands
{
    public static IEnumerable<Command> All(Func<ParseResult, PortalOptions> options) =>
    [
        ImportCommand.Create(options),
        AgreementCommand.Create(options),
        RetentionRuleCommand.Create(options),
        SittingsCommand.Create(options),
        CasesCommand.Create(options),
        LetterCommand.Create(options),
        LifecycleCommand.Create(),
        TermCommand.Create(),
        VerifyCommand.Create(options),
        RotateKeysCommand.Create(options),
        AdministratorCommand.Create(options),
    ];
}
