using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatStandsAndWhatCannotBe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters");

            migrationBuilder.AddColumn<long>(
                name: "ReconsideredAt",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredByName",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReconsideredReasons",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Restored",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "Retakes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Retakes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AgreedOn",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agreement",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EarlierMeasures",
                table: "Appeals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "FileBy",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Letter",
                table: "Appeals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StepDrafts",
                columns: table => new
                {
                    Person = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepDrafts", x => new { x.Case, x.Person, x.Step });
                    table.ForeignKey(
                        name: "FK_StepDrafts_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals",
                sql: "\"Terminated\" IS NULL OR NOT \"Terminated\" OR \"Hearing\" <> ''");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings",
                sql: "\"FailedAt\" IS NULL OR \"FailedAt\" >= \"At\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes",
                sql: "(\"AnsweredAt\" IS NULL AND \"Granted\" IS NULL) OR (\"RequestedAt\" IS NOT NULL AND \"Granted\" IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_OneRestriction",
                table: "Restrictions",
                column: "Case",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt", "Kind", "Language" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters",
                sql: "\"AppealBy\" IS NULL OR \"AppealBy\" > date(\"PublishedAt\" / 10000000 - 62135596800, 'unixepoch')");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions",
                sql: "\"CoSignedBy\" IS NULL OR \"SignedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals",
                column: "Letter");

            migrationBuilder.AddCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals",
                sql: "(\"Ruling\" IS NULL AND \"RuledOn\" IS NULL) OR (\"Ruling\" IS NOT NULL AND \"RuledOn\" IS NOT NULL AND \"RuledOn\" >= \"ReceivedOn\")");

            migrationBuilder.AddCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals",
                sql: "\"WithdrawnOn\" IS NULL OR (\"Ruling\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");

            migrationBuilder.AddForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals",
                column: "Letter",
                principalTable: "Letters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Appeals_Letters_Letter",
                table: "Appeals");

            migrationBuilder.DropTable(
                name: "StepDrafts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_TerminatedAfterHearing",
                table: "TerminationProposals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FailedAfterSending",
                table: "Sendings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AnswersARequest",
                table: "Retakes");

            migrationBuilder.DropIndex(
                name: "IX_OneRestriction",
                table: "Restrictions");

            migrationBuilder.DropIndex(
                name: "IX_Letters_Case_PublishedAt_Kind_Language",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_LastDayAfterPublication",
                table: "Letters");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CoSignedAfterSigned",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Appeals_Letter",
                table: "Appeals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RuledAfterReceipt",
                table: "Appeals");

            migrationBuilder.DropCheckConstraint(
                name: "CK_WithdrawnUnruled",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "ReconsideredAt",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredByName",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ReconsideredReasons",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "Restored",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "AgreedOn",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Agreement",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "EarlierMeasures",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "FileBy",
                table: "Appeals");

            migrationBuilder.DropColumn(
                name: "Letter",
                table: "Appeals");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Case_PublishedAt",
                table: "Letters",
                columns: new[] { "Case", "PublishedAt" });
        }
    }
}
